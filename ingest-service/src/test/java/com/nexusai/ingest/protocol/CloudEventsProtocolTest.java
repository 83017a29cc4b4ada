package com.nexusai.ingest.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.MalformedEvent;
import org.junit.jupiter.api.Test;

class CloudEventsProtocolTest {
    private static final String STRUCTURED = """
            {"id":"922d2d90","time":"2026-11-24T10:00:00.403Z","type":"com.x.t","source":"/s","specversion":"1.0",
             "subject":"u1","data":{"a":1},"ext1":"v"}""";

    private final Protocol cloudEvents = new CloudEventsProtocol();

    @Test
    void shouldTakeAStructuredEvent() throws Exception {
        var event = Wire.post("/cloudevents", STRUCTURED)
                .with("Content-Type", "application/cloudevents+json; charset=utf-8")
                .event(cloudEvents);

        assertThat(event.eventId()).isEqualTo("922d2d90");
        assertThat(event.type()).isEqualTo("com.x.t");
        assertThat(event.userId()).isEqualTo("u1");
        assertThat(event.timestamp()).isEqualTo("2026-11-24T10:00:00.403Z");
        assertThat(event.properties()).hasToString("{\"a\":1}");
        assertThat(event.context())
                .hasToString("{\"source\":\"/s\",\"cloudevents\":{\"specversion\":\"1.0\",\"ext1\":\"v\"}}");
    }

    @Test
    void shouldTakeABinaryEvent() throws Exception {
        var event = binary("{\"a\":1}", "application/json").event(cloudEvents);

        assertThat(event.eventId()).isEqualTo("e-1");
        assertThat(event.userId()).isEqualTo("ü+1");
        assertThat(event.properties()).hasToString("{\"a\":1}");
        assertThat(event.context().toString()).contains("\"datacontenttype\":\"application/json\"");
    }

    @Test
    void shouldKeepDataThatIsNoObject() throws Exception {
        assertThat(binary("[1]", "application/json").event(cloudEvents).properties())
                .hasToString("{\"data\":[1]}");
        assertThat(binary("hello", "text/plain").event(cloudEvents).properties())
                .hasToString("{\"data\":\"hello\"}");
        assertThat(binary("hello", "application/pdf").event(cloudEvents).properties())
                .hasToString("{\"data_base64\":\"aGVsbG8=\"}");
    }

    @Test
    void shouldTakeABatch() throws Exception {
        var events = Wire.post("/cloudevents", "[" + STRUCTURED + "," + STRUCTURED.replace("922d2d90", "17") + "]")
                .with("Content-Type", "application/cloudevents-batch+json")
                .events(cloudEvents);

        assertThat(events).extracting(Event::eventId).containsExactly("922d2d90", "/s#17");
    }

    @Test
    void shouldRefuseWhatIsNoCloudEvent() {
        assertThatThrownBy(() -> Wire.post("/cloudevents", "{}").verdicts(cloudEvents))
                .isInstanceOf(MalformedEvent.class);
        assertThatThrownBy(() -> binary("{", "application/json").verdicts(cloudEvents))
                .isInstanceOf(MalformedEvent.class);
    }

    private static Wire binary(String body, String type) {
        return Wire.post("/cloudevents", body)
                .with("Content-Type", type)
                .with("ce-id", "e-1")
                .with("CE-Type", "t")
                .with("ce-source", "/s")
                .with("ce-subject", "%C3%BC+1")
                .with("ce-specversion", "1.0");
    }
}
