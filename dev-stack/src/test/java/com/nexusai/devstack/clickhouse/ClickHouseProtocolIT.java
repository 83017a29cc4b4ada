package com.nexusai.devstack.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.devstack.DevStack;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The protocol as curl sees it. */
class ClickHouseProtocolIT {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url = DevStack.shared().clickHouseUrl();
    private final String table = "t_" + UUID.randomUUID().toString().replace("-", "");

    private HttpResponse<String> get(String pathAndQuery) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url + pathAndQuery)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String query, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url + "/?" + query))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @Test
    void shouldAnswerPing() throws Exception {
        assertThat(get("/ping").body()).isEqualTo("Ok.\n");
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldSendTheHeadersOfAServer() throws Exception {
        HttpResponse<String> response = post("default_format=JSONEachRow&query_id=q-1", "SELECT 1 AS a");

        assertThat(response.body()).isEqualTo("{\"a\":1}\n");
        assertThat(response.headers().firstValue("X-ClickHouse-Query-Id")).contains("q-1");
        assertThat(response.headers().firstValue("X-ClickHouse-Format")).contains("JSONEachRow");
        assertThat(response.headers().firstValue("X-ClickHouse-Timezone")).isPresent();
        assertThat(response.headers().firstValue("X-ClickHouse-Server-Display-Name"))
                .isPresent();
        assertThat(response.headers().firstValue("X-ClickHouse-Summary").orElseThrow())
                .contains("\"read_rows\":\"1\"");
    }

    @Test
    void shouldJoinBlocksIntoOneDocument() throws Exception {
        String body = post(
                        "max_block_size=1000&max_threads=1", "SELECT number FROM numbers(200000) FORMAT CSVWithNames")
                .body();

        assertThat(body.lines()).hasSize(200_001).startsWith("\"number\"", "0").endsWith("199999");
    }

    @Test
    void shouldTakeRowsBehindTheStatementInUrlOrBody() throws Exception {
        post("", "CREATE TABLE " + table + " (x UInt8, s String) ENGINE = Memory");

        post("query=" + encoded("INSERT INTO " + table + " FORMAT CSV"), "1,a\n2,b\n");
        post("", "INSERT INTO " + table + " VALUES (3, 'ü;'), (4, upper('d'))");
        post("", "INSERT INTO " + table + " FORMAT JSONEachRow {\"x\":5,\"s\":\"e\"}");

        assertThat(post("", "SELECT groupArray(s) FROM (SELECT s FROM " + table + " ORDER BY x)")
                        .body())
                .isEqualTo("['a','b','ü;','D','e']\n");
    }

    @Test
    void shouldAnswerErrorsWithCodeAndStatus() throws Exception {
        HttpResponse<String> response = post("", "SELECT * FROM missing");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("X-ClickHouse-Exception-Code")).contains("60");
        assertThat(response.body()).startsWith("Code: 60. DB::Exception: ").contains("(UNKNOWN_TABLE) (version ");
    }

    @Test
    void shouldNotWriteWhenTheMethodIsGet() throws Exception {
        HttpResponse<String> response =
                get("/?query=" + encoded("CREATE TABLE " + table + " (x UInt8) ENGINE = Memory"));

        assertThat(response.body()).startsWith("Code: 164.");
    }

    @Test
    void shouldStopAQueryThatTakesTooLong() throws Exception {
        HttpResponse<String> response =
                post("max_execution_time=1", "SELECT count() FROM numbers(1e12) WHERE sipHash64(number) = 7");

        assertThat(response.statusCode()).isEqualTo(408);
        assertThat(response.body()).startsWith("Code: 159.");
    }

    @Test
    void shouldBreakTheConnectionWhenAResultFailsInTheMiddle() {
        assertThatThrownBy(() -> post("", "SELECT throwIf(number = 900000) FROM numbers(1000000)"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void shouldAnswerAnErrorInsteadWhenTheClientWaitsForTheEnd() throws Exception {
        HttpResponse<String> response =
                post("wait_end_of_query=1", "SELECT throwIf(number = 900000) FROM numbers(1000000)");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).startsWith("Code: 395.");
    }

    @Test
    void shouldKeepATemporaryTableInItsSessionOnly() throws Exception {
        post("session_id=" + table, "CREATE TEMPORARY TABLE mine (x UInt8)");

        assertThat(post("session_id=" + table, "SELECT count() FROM mine").body())
                .isEqualTo("0\n");
        assertThat(post("", "SELECT count() FROM mine").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldRefuseABodyWhoseBlocksAreCorrupt() throws Exception {
        HttpResponse<String> response = post("decompress=1", "this is no compressed block, whatever it may be");

        assertThat(response.body()).startsWith("Code: ");
        assertThat(response.headers().firstValue("X-ClickHouse-Exception-Code").orElseThrow())
                .isIn("40", "271", "33", "89");
    }
}
