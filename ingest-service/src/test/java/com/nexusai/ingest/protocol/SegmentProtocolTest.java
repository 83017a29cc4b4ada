package com.nexusai.ingest.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.ingest.domain.Verdict;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.MalformedEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentProtocolTest {
    /** As @segment/analytics-node 3.1.0 sends it. */
    private static final String BATCH = """
            {"batch":[
              {"timestamp":"2026-11-24T10:00:00.000Z","integrations":{"All":true},"event":"Order Done","type":"track",
               "properties":{"price":1.10,"list":[1,{"a":null}]},"context":{"library":{"name":"@segment/analytics-node","version":"3.1.0"}},
               "userId":"u1","messageId":"node-next-1","_metadata":{"nodeVersion":"v20.20.2"}},
              {"timestamp":"2026-11-24T10:00:01.000Z","type":"identify","userId":"u1","traits":{"plan":"pro"},"messageId":"node-next-2"},
              {"timestamp":"2026-11-24T10:00:02.000Z","type":"page","properties":{"category":"c"},"category":"c","name":"Home","userId":"u1","messageId":"node-next-3"},
              {"timestamp":"2026-11-24T10:00:03.000Z","type":"screen","properties":{},"name":"S","anonymousId":"an1","messageId":"node-next-4"},
              {"timestamp":"2026-11-24T10:00:04.000Z","type":"group","traits":{"n":1},"groupId":"g","userId":"u1","messageId":"node-next-5"},
              {"timestamp":"2026-11-24T10:00:05.000Z","type":"alias","previousId":"p","userId":"u1","messageId":"node-next-6"}],
             "writeKey":"WK","sentAt":"2026-11-24T10:00:09.000Z"}""";

    private final Protocol segment = new SegmentProtocol();

    @Test
    void shouldTakeABatchWithTypesPropertiesAndTimesIntact() throws Exception {
        var events = Wire.post("/v1/batch", BATCH).events(segment);

        assertThat(events)
                .extracting(Event::type)
                .containsExactly("Order Done", "IDENTIFY", "PAGE_VIEW", "SCREEN_VIEW", "GROUP", "ALIAS");
        assertThat(events)
                .extracting(Event::eventId)
                .containsExactly(
                        "node-next-1", "node-next-2", "node-next-3", "node-next-4", "node-next-5", "node-next-6");
        assertThat(events).extracting(Event::actor).containsExactly("u1", "u1", "u1", "an1", "u1", "u1");
        assertThat(events)
                .extracting(event -> event.properties().toString())
                .containsExactly(
                        "{\"price\":1.10,\"list\":[1,{\"a\":null}]}",
                        "{\"plan\":\"pro\"}",
                        "{\"category\":\"c\",\"name\":\"Home\"}",
                        "{\"name\":\"S\"}",
                        "{\"n\":1,\"groupId\":\"g\"}",
                        "{\"previousId\":\"p\"}");
        assertThat(events.getFirst().timestamp()).isEqualTo("2026-11-24T10:00:00Z");
    }

    @Test
    void shouldKeepWhatHasNoCounterpartInTheContextAndNotTheKey() throws Exception {
        var event = Wire.post("/v1/batch", BATCH).events(segment).getFirst();

        assertThat(event.context().toString())
                .isEqualTo(
                        "{\"library\":{\"name\":\"@segment/analytics-node\",\"version\":\"3.1.0\"},"
                                + "\"segment\":{\"integrations\":{\"All\":true},\"_metadata\":{\"nodeVersion\":\"v20.20.2\"}}}");
        assertThat(segment.read(Wire.post("/v1/track", "{\"event\":\"E\",\"writeKey\":\"WK\"}")
                        .request()))
                .singleElement()
                .satisfies(json -> assertThat(new String(json)).doesNotContain("WK"));
    }

    @Test
    void shouldKeepWhatABatchHasForAllItsMessages() throws Exception {
        var events = Wire.post(
                        "/v1/batch",
                        "{\"context\":{\"ip\":\"1.2.3.4\"},\"integrations\":{\"All\":false},\"batch\":["
                                + "{\"event\":\"A\",\"userId\":\"u\"},{\"event\":\"B\",\"userId\":\"u\",\"context\":{\"ip\":\"5.6.7.8\"}}]}")
                .events(segment);

        assertThat(events)
                .extracting(event -> event.context().toString())
                .containsExactly(
                        "{\"ip\":\"1.2.3.4\",\"segment\":{\"batch\":{\"integrations\":{\"All\":false}}}}",
                        "{\"ip\":\"5.6.7.8\",\"segment\":{\"batch\":{\"context\":{\"ip\":\"1.2.3.4\"},\"integrations\":{\"All\":false}}}}");
    }

    @Test
    void shouldKeepBothWhereANameIsTaken() throws Exception {
        var event = Wire.post(
                        "/v1/page",
                        "{\"userId\":\"u\",\"name\":\"Home\",\"properties\":{\"name\":\"other\"},\"context\":{\"segment\":7}}")
                .event(segment);

        assertThat(event.properties()).hasToString("{\"name\":\"other\"}");
        assertThat(event.context()).hasToString("{\"segment\":{\"name\":\"Home\",\"context.segment\":7}}");
    }

    @ParameterizedTest
    @CsvSource({
        "track,E",
        "identify,IDENTIFY",
        "page,PAGE_VIEW",
        "screen,SCREEN_VIEW",
        "group,GROUP",
        "alias,ALIAS",
    })
    void shouldTellByThePathWhatASingleMessageIs(String call, String type) throws Exception {
        var message = "{\"event\":\"E\",\"userId\":17,\"messageId\":\"m\"}";

        assertThat(Wire.post("/v1/" + call, message).event(segment).type()).isEqualTo(type);
        assertThat(Wire.post("/v1/" + call + "/", message).event(segment).userId())
                .isEqualTo("17");
    }

    @Test
    void shouldSetRightTheClockOfTheSenderAndKeepTheOrder() throws Exception {
        var events = Wire.post("/v1/batch", """
                {"sentAt":"2026-11-24T12:00:10Z","batch":[
                  {"type":"track","event":"A","userId":"u","timestamp":"2026-11-24T12:00:00.001Z"},
                  {"type":"track","event":"B","userId":"u","timestamp":"2026-11-24T12:00:00.002Z"}]}""").events(segment);

        assertThat(events)
                .extracting(Event::timestamp)
                .containsExactly(Instant.parse("2026-11-24T10:00:00.001Z"), Instant.parse("2026-11-24T10:00:00.002Z"));
        assertThat(events.getFirst().context().toString())
                .contains("\"originalTimestamp\":\"2026-11-24T12:00:00.001Z\"", "\"sentAt\":\"2026-11-24T12:00:10Z\"");
    }

    @Test
    void shouldSinkNoNeighbourOfWhatIsNoMessage() throws Exception {
        var verdicts = Wire.post(
                        "/v1/batch",
                        "{\"batch\":[42,{\"type\":\"track\",\"userId\":\"u\"},{\"type\":\"track\",\"event\":\"E\",\"userId\":{}},"
                                + "{\"type\":\"track\",\"event\":\"\\ud800\",\"userId\":\"u\"},"
                                + "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u\",\"timestamp\":\"soon\"},"
                                + "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u\"}]}")
                .verdicts(segment);

        assertThat(verdicts.subList(0, 5)).allMatch(Verdict.Rejected.class::isInstance);
        assertThat(verdicts.get(5)).isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "42",
                "{\"batch\":[{]}",
                "{\"event\":\"a\",\"event\":\"b\"}",
                "{\"batch\":[],\"batch\":[]}",
                "{\"batch\":[{\"a\":1,\"a\":2}]}",
                "{} {}"
            })
    void shouldRefuseWhatCannotBeRead(String body) {
        assertThatThrownBy(() -> Wire.post("/v1/batch", body).verdicts(segment)).isInstanceOf(MalformedEvent.class);
    }

    @Test
    void shouldFindTheKeyInTheBodyAndSayWhatTheSdkWants() throws Exception {
        var request = Wire.post("/v1/import", BATCH).request();

        assertThat(segment.key(request)).isEqualTo("WK");
        assertThat(new String(segment.answer(request).body())).isEqualTo("{\"success\":true}");
    }
}
