package com.nexusai.devstack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.QueryResponse;
import com.clickhouse.data.ClickHouseFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The endpoint's heap is 256 MB: what is larger than that passes through, or fails. */
@SuppressWarnings("try") // a QueryResponse may be interrupted while it closes
class LargeResultIT {
    private static final long ROWS = 5_000_000;

    @TempDir
    static Path folder;

    private static EmbeddedClickHouse server;
    private static Client client;

    @BeforeAll
    static void start() {
        server = EmbeddedClickHouse.start(new LibChdb(System.getenv()).locate(), folder, 0);
        client = new Client.Builder()
                .addEndpoint(server.url())
                .setUsername("default")
                .setPassword("")
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void shouldStreamALargeResult() throws Exception {
        long rows = 0;
        long sum = 0;
        try (QueryResponse response = client.query("SELECT number, repeat('x', 100) AS s FROM numbers(" + ROWS + ")")
                .get()) {
            ClickHouseBinaryFormatReader reader = client.newBinaryFormatReader(response);
            for (Map<String, Object> row = reader.next(); row != null; row = reader.next()) {
                rows++;
                sum += reader.getLong("number");
            }
        }

        assertThat(rows).isEqualTo(ROWS);
        assertThat(sum).isEqualTo(ROWS * (ROWS - 1) / 2);
        assertThat(residentMegabytes()).isLessThan(1_500);
    }

    @Test
    void shouldStreamALargeInsert() throws Exception {
        client.execute("CREATE TABLE big (id UInt64, s String) ENGINE = MergeTree ORDER BY id")
                .get()
                .close();
        byte[] text = new byte[100];

        try (InsertResponse response = client.insert(
                        "big",
                        out -> {
                            for (long id = 0; id < ROWS; id++) {
                                for (int shift = 0; shift < 64; shift += 8) {
                                    out.write((int) (id >> shift));
                                }
                                out.write(text.length);
                                out.write(text);
                            }
                        },
                        ClickHouseFormat.RowBinary,
                        new InsertSettings())
                .get()) {
            assertThat(response.getWrittenRows()).isEqualTo(ROWS);
        }
        assertThat(client.queryAll("SELECT uniqExact(id) FROM big").getFirst().getLong(1))
                .isEqualTo(ROWS);
    }

    private static long residentMegabytes() throws IOException {
        Path status = Path.of("/proc/" + server.pid() + "/status");
        if (!Files.exists(status)) {
            return 0; // not Linux: the bounded heap has to do
        }
        String line = Files.readAllLines(status).stream()
                .filter(each -> each.startsWith("VmRSS"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
    }
}
