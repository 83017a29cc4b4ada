package com.nexusai.devstack.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.client.api.data_formats.RowBinaryFormatWriter;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.client.api.query.QueryResponse;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import com.nexusai.devstack.DevStack;
import java.io.ByteArrayInputStream;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ordinary client must not be able to tell this endpoint from a server. */
@SuppressWarnings("try") // a QueryResponse may be interrupted while it closes
class ClickHouseClientIT {
    private final String database = "it_" + UUID.randomUUID().toString().replace("-", "");
    private Client client;

    @BeforeEach
    void createDatabase() throws Exception {
        client = builder().build();
        client.execute("CREATE DATABASE " + database).get().close();
        client.close();
        client = builder().setDefaultDatabase(database).build();
    }

    @AfterEach
    void dropDatabase() throws Exception {
        client.execute("DROP DATABASE " + database).get().close();
        client.close();
    }

    private static Client.Builder builder() {
        return new Client.Builder()
                .addEndpoint(DevStack.shared().clickHouseUrl())
                .setUsername("default")
                .setPassword("");
    }

    private void run(String sql) throws Exception {
        client.execute(sql).get().close();
    }

    private long number(String sql) {
        return client.queryAll(sql).getFirst().getLong(1);
    }

    private void insertJson(String table, String rows, InsertSettings settings) throws Exception {
        client.insert(table, new ByteArrayInputStream(rows.getBytes(UTF_8)), ClickHouseFormat.JSONEachRow, settings)
                .get()
                .close();
    }

    @Test
    void shouldAnswerPingAndQueries() {
        assertThat(client.ping()).isTrue();
        assertThat(client.queryAll("SELECT currentDatabase()").getFirst().getString(1))
                .isEqualTo(database);
    }

    @Test
    void shouldBindTypedParameters() {
        GenericRecord row = client.queryAll(
                        "SELECT {n:UInt32} + 1 AS n, {s:String} AS s, {d:DateTime64(3)} AS d",
                        Map.of("n", 41, "s", "it's\ta \\ 'quote'", "d", "2026-01-02 03:04:05.678"))
                .getFirst();

        assertThat(row.getLong("n")).isEqualTo(42);
        assertThat(row.getString("s")).isEqualTo("it's\ta \\ 'quote'");
        assertThat(row.getLocalDateTime("d")).isEqualTo("2026-01-02T03:04:05.678");
    }

    @Test
    void shouldInsertRowBinaryThroughTheClientsWriter() throws Exception {
        run("CREATE TABLE t (id UInt64, name LowCardinality(String), at DateTime64(3), note Nullable(String))"
                + " ENGINE = MergeTree ORDER BY id");
        var schema = client.getTableSchema("t", database);

        try (InsertResponse response = client.insert(
                        "t",
                        out -> {
                            RowBinaryFormatWriter writer =
                                    new RowBinaryFormatWriter(out, schema, ClickHouseFormat.RowBinary);
                            for (int i = 0; i < 1000; i++) {
                                writer.setValue("id", (long) i);
                                writer.setValue("name", "n" + i % 7);
                                writer.setValue("at", ZonedDateTime.parse("2026-01-01T00:00:00.123Z"));
                                writer.setValue("note", i % 2 == 0 ? null : "odd");
                                writer.commitRow();
                            }
                        },
                        ClickHouseFormat.RowBinary,
                        new InsertSettings())
                .get()) {
            assertThat(response.getWrittenRows()).isEqualTo(1000);
        }
        assertThat(number("SELECT sum(id) FROM t")).isEqualTo(499_500);
        assertThat(number("SELECT countIf(note = 'odd') FROM t")).isEqualTo(500);
    }

    @Test
    void shouldKeepJsonColumns() throws Exception {
        run("CREATE TABLE t (id UInt64, properties JSON) ENGINE = MergeTree ORDER BY id");

        insertJson("t", "{\"id\":1,\"properties\":{\"a\":{\"b\":5},\"c\":\"x\"}}\n", new InsertSettings());

        GenericRecord row = client.queryAll("SELECT properties.a.b::Int64 AS b, properties.c::String AS c FROM t")
                .getFirst();
        assertThat(row.getLong("b")).isEqualTo(5);
        assertThat(row.getString("c")).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({"true,true,false", "true,true,true", "false,false,false"})
    void shouldSpeakEveryCompressionTheClientKnows(boolean response, boolean request, boolean http) throws Exception {
        client.close();
        client = builder()
                .setDefaultDatabase(database)
                .compressServerResponse(response)
                .compressClientRequest(request)
                .useHttpCompression(http)
                .build();
        run("CREATE TABLE t (id UInt64, s String) ENGINE = MergeTree ORDER BY id");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            rows.append("{\"id\":")
                    .append(i)
                    .append(",\"s\":\"")
                    .append("text ".repeat(10))
                    .append("\"}\n");
        }

        insertJson("t", rows.toString(), new InsertSettings());

        assertThat(client.queryAll("SELECT id, s FROM t")).hasSize(20_000);
        assertThatThrownBy(() -> client.queryAll("SELECT * FROM missing"))
                .hasRootCauseInstanceOf(ServerException.class)
                .rootCause()
                .hasMessageContaining("Code: 60. DB::Exception");
    }

    @Test
    void shouldDropARepeatedBatchWhenItsTokenIsTheSame() throws Exception {
        run(
                "CREATE TABLE t (id UInt64) ENGINE = MergeTree ORDER BY id SETTINGS non_replicated_deduplication_window = 100");
        InsertSettings settings = new InsertSettings().setDeduplicationToken("events-0-17-42");

        insertJson("t", "{\"id\":1}\n{\"id\":2}\n", settings);
        insertJson("t", "{\"id\":1}\n{\"id\":2}\n", settings);

        assertThat(number("SELECT count() FROM t")).isEqualTo(2);
    }

    @Test
    void shouldGiveTheEnginesOwnErrors() {
        assertThatThrownBy(() -> client.query("SELECT * FROM missing").get())
                .satisfies(e -> assertThat(serverError(e).getCode()).isEqualTo(60));
        assertThatThrownBy(() -> client.query("SELEC 1").get())
                .satisfies(e -> assertThat(serverError(e).getCode()).isEqualTo(62));
        assertThatThrownBy(() -> client.query("SELECT 1", new QuerySettings().serverSetting("no_such_setting", "1"))
                        .get())
                .satisfies(e -> assertThat(serverError(e).getCode()).isEqualTo(115));
        assertThatThrownBy(() -> client.query("SELECT 1", new QuerySettings().setDatabase("nowhere"))
                        .get())
                .satisfies(e -> assertThat(serverError(e).getCode()).isEqualTo(81));
    }

    private static ServerException serverError(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof ServerException)) {
            cause = cause.getCause();
        }
        assertThat(cause).as("a ServerException in %s", thrown).isNotNull();
        return (ServerException) cause;
    }

    @Test
    void shouldApplySettingsToOneQueryOnly() {
        QuerySettings settings = new QuerySettings().serverSetting("max_threads", "3");

        assertThat(client.queryAll("SELECT getSetting('max_threads')", settings)
                        .getFirst()
                        .getLong(1))
                .isEqualTo(3);
        assertThat(number("SELECT getSetting('max_threads')")).isNotEqualTo(3);
    }

    @Test
    void shouldKeepDatabasesOfConcurrentRequestsApart() throws Exception {
        List<Callable<String>> questions = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String other = i % 2 == 0 ? database : "system";
            questions.add(() -> other
                    + "="
                    + client.queryAll("SELECT currentDatabase()", new QuerySettings().setDatabase(other))
                            .getFirst()
                            .getString(1));
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<String> answer : threads.invokeAll(questions)) {
                assertThat(answer.get()).isIn(database + "=" + database, "system=system");
            }
        }
    }

    @Test
    void shouldNotPassOffAResultThatBrokeInTheMiddle() throws Exception {
        try (QueryResponse response = client.query("SELECT throwIf(number = 900000) FROM numbers(1000000)")
                .get()) {
            ClickHouseBinaryFormatReader reader = client.newBinaryFormatReader(response);

            assertThatThrownBy(() -> {
                        while (reader.next() != null) {
                            // reads to the end that never comes
                        }
                    })
                    .isInstanceOf(Exception.class);
        }
    }
}
