package com.nexusai.ingest.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RudderStackProtocolTest {
    /** As @rudderstack/rudder-sdk-node 3.0.13 sends it. */
    private static final String BATCH = """
            {"batch":[{"userId":"u1","event":"E","properties":{"a":1},"type":"track",
              "context":{"library":{"name":"analytics-node","version":"3.0.13"},"sessionId":1700000000},"channel":"server",
              "originalTimestamp":"2026-11-24T09:59:59.138Z","messageId":"51e57239","sentAt":"2026-11-24T10:00:09.139Z"}],
             "timestamp":"2026-11-24T10:00:09.139Z","sentAt":"2026-11-24T10:00:09.139Z"}""";

    private final Protocol rudder = new RudderStackProtocol();

    @Test
    void shouldTakeItsOriginalTimestampAsTheTime() throws Exception {
        var event = Wire.post("/v1/batch", BATCH)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .event(rudder);

        assertThat(event.eventId()).isEqualTo("51e57239");
        assertThat(event.type()).isEqualTo("E");
        assertThat(event.userId()).isEqualTo("u1");
        assertThat(event.sessionId()).isEqualTo("1700000000");
        assertThat(event.timestamp()).isEqualTo("2026-11-24T09:59:59.138Z");
        assertThat(event.context().toString())
                .contains("\"rudderstack\":{\"channel\":\"server\",\"sentAt\":\"2026-11-24T10:00:09.139Z\"}");
    }

    @Test
    void shouldTellItsOwnRequestsFromSegments() throws Exception {
        assertThat(rudder.speaks(Wire.post("/v1/batch", BATCH).request())).isTrue();
        assertThat(rudder.speaks(Wire.post("/v1/track", "{\"event\":\"E\",\"timestamp\":\"x\"}")
                        .request()))
                .isFalse();
        assertThat(rudder.speaks(Wire.post("/v1/batch", "{\"batch\":[]}").request()))
                .isFalse();
        assertThat(rudder.speaks(Wire.post("/beacon/v1/batch", "{}").request())).isTrue();
    }
}
