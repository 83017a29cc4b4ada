package com.nexusai.ingest.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.ingest.domain.Verdict;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.rejection.RejectionCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnowplowProtocolTest {
    private static final String TP2 = "/com.snowplowanalytics.snowplow/tp2";
    private static final String THING =
            "{\"schema\":\"iglu:com.snowplowanalytics.snowplow/unstruct_event/jsonschema/1-0-0\",\"data\":"
                    + "{\"schema\":\"iglu:com.acme/thing_done/jsonschema/1-0-0\",\"data\":{\"q\":\"ä\"}}}";
    private static final String CONTEXTS =
            "{\"schema\":\"iglu:com.snowplowanalytics.snowplow/contexts/jsonschema/1-0-0\",\"data\":"
                    + "[{\"schema\":\"iglu:com.snowplowanalytics.snowplow/client_session/jsonschema/1-0-2\",\"data\":{\"sessionId\":\"s1\"}}]}";

    private final Protocol snowplow = new SnowplowProtocol();

    /** As @snowplow/node-tracker 4.8.0 sends it; 1795514400000 is ten o'clock. */
    private static Wire payload(String... events) {
        return Wire.post(
                        TP2,
                        "{\"schema\":\"iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4\",\"data\":["
                                + String.join(",", events) + "]}")
                .with("User-Agent", "node");
    }

    @Test
    void shouldTakePageViewsStructuredAndSelfDescribingEvents() throws Exception {
        var events = payload(
                        "{\"e\":\"pv\",\"url\":\"http://x\",\"page\":\"T\",\"eid\":\"e1\",\"aid\":\"app\",\"uid\":\"u1\",\"dtm\":\"1795514400349\",\"stm\":\"1795514410000\",\"cx\":\""
                                + base64(CONTEXTS) + "\"}",
                        "{\"e\":\"se\",\"se_ca\":\"c\",\"se_ac\":\"a\",\"se_va\":\"1.5\",\"eid\":\"e2\",\"duid\":\"v1\",\"dtm\":\"1795514400350\"}",
                        "{\"e\":\"ue\",\"eid\":\"e3\",\"uid\":\"u1\",\"dtm\":\"1795514400351\",\"ue_px\":\""
                                + base64(THING) + "\"}")
                .with("Authorization", "Bearer x")
                .events(snowplow);

        assertThat(events).extracting(Event::type).containsExactly("PAGE_VIEW", "a", "thing_done");
        assertThat(events).extracting(Event::eventId).containsExactly("e1", "e2", "e3");
        assertThat(events).extracting(Event::actor).containsExactly("u1", "v1", "u1");
        assertThat(events.getFirst().timestamp()).isEqualTo("2026-11-24T10:00:00.349Z");
        assertThat(events.getFirst().sessionId()).isEqualTo("s1");
        assertThat(events.getFirst().properties().tree().get("title").asString())
                .isEqualTo("T");
        assertThat(events.getFirst().context().tree().at("/snowplow/aid").asString())
                .isEqualTo("app");
        assertThat(events.getFirst().context().tree().get("userAgent").asString())
                .isEqualTo("node");
        assertThat(events.get(1).properties().tree().get("value").doubleValue()).isEqualTo(1.5);
        assertThat(events.get(2).properties()).hasToString("{\"q\":\"ä\"}");
        assertThat(events.get(2).context().tree().at("/snowplow/schema").asString())
                .isEqualTo("iglu:com.acme/thing_done/jsonschema/1-0-0");
    }

    @Test
    void shouldTakeOneEventFromThePixel() throws Exception {
        var pixel = Wire.get(
                "/i",
                Map.of("e", "ue", "eid", "e1", "aid", "WK", "dtm", "1795514400349", "ue_pr", THING, "co", CONTEXTS));

        var event = pixel.event(snowplow);

        assertThat(event.type()).isEqualTo("thing_done");
        assertThat(event.context().toString()).contains("client_session").doesNotContain("WK");
        assertThat(snowplow.key(pixel.request())).isEqualTo("WK");
        assertThat(snowplow.answer(pixel.request()).contentType()).isEqualTo("image/gif");
        assertThat(snowplow.answer(pixel.request()).body()).startsWith('G', 'I', 'F');
    }

    @Test
    void shouldSetRightTheDevicesClockButNotATrueTime() throws Exception {
        var events = payload(
                        "{\"e\":\"pv\",\"uid\":\"u\",\"dtm\":\"1795518000000\",\"stm\":\"1795518010000\"}",
                        "{\"e\":\"pv\",\"uid\":\"u\",\"dtm\":\"1795518000000\",\"stm\":\"1795518010000\",\"ttm\":\"1795514400000\"}")
                .events(snowplow);

        assertThat(events)
                .extracting(Event::timestamp)
                .allMatch(time -> time.toString().equals("2026-11-24T10:00:00Z"));
    }

    @Test
    void shouldRejectAndKeepWhatCannotBeDecoded() throws Exception {
        var wire = payload("{\"e\":\"ue\",\"uid\":\"u\",\"ue_px\":\"%%%\"}");

        assertThat(wire.verdicts(snowplow))
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.rejection().code()).isEqualTo(RejectionCode.MISSING_FIELD));
        assertThat(new String(snowplow.read(wire.request()).getFirst())).contains("%%%");
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
