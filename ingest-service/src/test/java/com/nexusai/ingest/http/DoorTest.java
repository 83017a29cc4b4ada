package com.nexusai.ingest.http;

import static com.nexusai.ingest.http.TestDoor.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.event.EventHeaders;
import com.nexusai.schema.serde.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What producers may send and what they hear, through the real server. */
class DoorTest {
    private final TestDoor door = new TestDoor();

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void shouldAnswerForEachLineOfNdjsonInOrder() {
        var answer = door.track(
                "{\"eventId\":\"a\",\"type\":\"T\"}\nbroken\n{\"eventId\":\"b\",\"type\":\"T\"}\n",
                "Content-Type",
                "application/x-ndjson; charset=utf-8");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(statuses(answer.body())).containsExactly("accepted", "rejected", "accepted");
        assertThat(door.sent()).hasSize(3);
    }

    @Test
    void shouldKnowADuplicateWithinARequest() {
        var answer = door.track(
                "[{\"eventId\":\"a\",\"type\":\"T\",\"userId\":\"u\"},{\"eventId\":\"a\",\"type\":\"T\",\"userId\":\"u\"},"
                        + "{\"eventId\":\"a\",\"type\":\"T\",\"userId\":\"v\"}]");

        assertThat(statuses(answer.body())).containsExactly("accepted", "duplicate", "accepted");
        assertThat(json(answer).get("duplicates").asInt()).isEqualTo(1);
    }

    @Test
    void shouldTakeFiveThousandEventsAndNoMore() {
        var most = events(5000);

        assertThat(json(door.track("[" + most + "]")).get("accepted").asInt()).isEqualTo(5000);
        assertThat(door.track("[" + most + ",{}]").statusCode()).isEqualTo(413);
        assertThat(door.sent()).hasSize(5000);
    }

    @Test
    void shouldTakeSamplesAndTellWhichIsNone() {
        var answer = door.post(
                "/api/v1/analytics/metrics",
                "{\"metrics\":[{\"name\":\"n\",\"value\":1,\"eventId\":\"m-1\"},{\"name\":\"n\"},{\"name\":\"o\",\"value\":2.5}]}"
                        .getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(statuses(answer.body())).containsExactly("accepted", "rejected", "accepted");
        assertThat(json(answer).at("/results/1/field").asString()).isEqualTo("value");
        assertThat(door.sent()).hasSize(2).first().asString().contains("\"type\":\"METRIC\"");
    }

    @Test
    void shouldTakeWhatSegmentSendsAndSayWhereItCameFrom() {
        var answer = door.postWithoutKey(
                "/v1/batch",
                "{\"batch\":[{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u\"}],\"writeKey\":\"" + TestDoor.KEY
                        + "\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"success\":true}");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(door.producer.history()).singleElement().satisfies(record -> {
            assertThat(new String(record.key(), UTF_8)).isEqualTo("acme/u");
            assertThat(new String(
                            record.headers().lastHeader(EventHeaders.SOURCE).value(), UTF_8))
                    .isEqualTo("segment");
        });
    }

    @Test
    void shouldUnpackWhatIsGzipAndDoesNotSaySo() throws Exception {
        var body = "{\"api_key\":\"" + TestDoor.KEY + "\",\"event\":\"E\",\"distinct_id\":\"d\"}";

        var answer = door.send(door.request("/capture/?compression=gzip-js"), gzip(body));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":1}");
        assertThat(door.sent()).hasSize(1);
    }

    @Test
    void shouldAnswerAPixelWithAPixel() {
        var answer = door.get("/i?e=pv&uid=u&eid=1&aid=" + TestDoor.KEY);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/gif");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(door.sent()).singleElement().asString().doesNotContain(TestDoor.KEY);
    }

    @Test
    void shouldTakeABeaconWhoseKeyIsInTheQuery() {
        var answer = door.postWithoutKey(
                "/beacon/v1/batch?writeKey=" + TestDoor.KEY,
                "{\"batch\":[{\"type\":\"track\",\"event\":\"E\",\"anonymousId\":\"a\"}]}",
                "Content-Type",
                "text/plain;charset=UTF-8");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("OK");
    }

    @Test
    void shouldRefuseAStrangerOnEveryDoor() {
        for (var path : new String[] {"/v1/track", "/batch", "/com.snowplowanalytics.snowplow/tp2", "/cloudevents"}) {
            assertThat(door.postWithoutKey(path, "{\"type\":\"x\"}", "ce-id", "1")
                            .statusCode())
                    .as(path)
                    .isEqualTo(401);
            assertThat(door.postWithoutKey(path + "?writeKey=wrong", "{}").statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(door.get("/i?e=pv").statusCode()).isEqualTo(401);
        assertThat(door.sent()).isEmpty();
    }

    @Test
    void shouldTellAnSdkOfAMessageThatIsTooLargeToBeKept() {
        var answer = door.post(
                "/v1/track",
                ("{\"event\":\"E\",\"properties\":{\"a\":\"" + "x".repeat(70_000) + "\"}}").getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).get("code").asString()).isEqualTo("too_large");
    }

    private static List<String> statuses(String body) {
        return StreamSupport.stream(Json.MAPPER.readTree(body).get("results").spliterator(), false)
                .map(result -> result.get("status").asString())
                .toList();
    }

    private static String events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"eventId\":\"e-" + i + "\",\"type\":\"T\"}")
                .collect(Collectors.joining(","));
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }
}
