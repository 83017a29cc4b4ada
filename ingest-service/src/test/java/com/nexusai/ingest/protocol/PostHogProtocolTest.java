package com.nexusai.ingest.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.event.Event;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostHogProtocolTest {
    /** As posthog-node 5.70.0 sends it. */
    private static final String BATCH = """
            {"api_key":"WK","batch":[
              {"event":"ev","properties":{"x":1,"$lib":"posthog-node","$lib_version":"5.70.0"},"timestamp":"2026-11-24T10:00:00.318Z","uuid":"01a20e08-1","distinct_id":"d1"},
              {"event":"$identify","properties":{"$set":{"e":1},"$anon_distinct_id":"a1"},"timestamp":"2026-11-24T10:00:01Z","uuid":"01a20e08-2","distinct_id":"d1"},
              {"event":"$create_alias","properties":{"distinct_id":"d1","alias":"al"},"timestamp":"2026-11-24T10:00:01Z","uuid":"01a20e08-3","distinct_id":"d1"},
              {"event":"$groupidentify","properties":{"$group_type":"co","$group_key":"k","$group_set":{"z":1}},"timestamp":"2026-11-24T10:00:01Z","uuid":"01a20e08-4","distinct_id":"$co_k"},
              {"event":"noid","properties":{"$process_person_profile":false},"timestamp":"2026-11-24T10:00:01Z","uuid":"01a20e08-5","distinct_id":"random"},
              {"event":"$pageview","properties":{"$current_url":"http://x","$session_id":"s1"},"timestamp":"2026-11-24T10:00:01Z","uuid":"01a20e08-6","distinct_id":"d1"}],
             "sent_at":"2026-11-24T10:00:09.319Z"}""";

    private final Protocol posthog = new PostHogProtocol();

    @Test
    void shouldTakeABatchWithTypesPeopleAndTimesIntact() throws Exception {
        var events = Wire.post("/batch/", BATCH).events(posthog);

        assertThat(events)
                .extracting(Event::type)
                .containsExactly("ev", "IDENTIFY", "ALIAS", "GROUP", "noid", "PAGE_VIEW");
        assertThat(events).extracting(Event::userId).containsExactly("d1", "d1", "d1", null, null, "d1");
        assertThat(events).extracting(Event::anonymousId).containsExactly(null, "a1", null, null, "random", null);
        assertThat(events.getFirst().eventId()).isEqualTo("01a20e08-1");
        assertThat(events.getFirst().timestamp()).isEqualTo("2026-11-24T10:00:00.318Z");
        assertThat(events.getFirst().properties())
                .hasToString("{\"x\":1,\"$lib\":\"posthog-node\",\"$lib_version\":\"5.70.0\"}");
        assertThat(events.getFirst().context().tree().at("/library/name").asString())
                .isEqualTo("posthog-node");
        assertThat(events.get(3).context())
                .hasToString("{\"posthog\":{\"event\":\"$groupidentify\",\"distinct_id\":\"$co_k\"}}");
        assertThat(events.getLast().sessionId()).isEqualTo("s1");
        assertThat(events.getLast().context().tree().at("/page/url").asString()).isEqualTo("http://x");
    }

    @Test
    void shouldKnowAVisitorThatIsNotIdentified() throws Exception {
        var event = Wire.post(
                        "/i/v0/e/",
                        "{\"event\":\"E\",\"properties\":{\"distinct_id\":\"dev\",\"$device_id\":\"dev\",\"token\":\"WK\"}}")
                .event(posthog);

        assertThat(event.anonymousId()).isEqualTo("dev");
        assertThat(event.userId()).isNull();
        assertThat(event.properties().toString()).doesNotContain("WK");
    }

    @Test
    void shouldCountBackTheOffset() throws Exception {
        var event = Wire.post("/e", "[{\"event\":\"E\",\"distinct_id\":\"d\",\"offset\":2000}]")
                .event(posthog);

        assertThat(event.timestamp()).isEqualTo(Wire.RECEIVED.minusSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"api_key\":\"WK\",\"event\":\"E\",\"distinct_id\":\"d\"}",
                "{\"token\":\"WK\",\"event\":\"E\",\"distinct_id\":\"d\"}",
                "[{\"event\":\"E\",\"distinct_id\":\"d\",\"properties\":{\"token\":\"WK\"}}]"
            })
    void shouldFindTheKeyWhereverBrowsersPutIt(String body) throws Exception {
        assertThat(posthog.key(Wire.post("/capture", body).request())).isEqualTo("WK");
        assertThat(posthog.key(Wire.post("/capture", form(base64(body))).request()))
                .isEqualTo("WK");
        assertThat(posthog.key(Wire.post("/capture", form(body)).request())).isEqualTo("WK");
        assertThat(Wire.post("/capture", form(base64(body))).event(posthog).userId())
                .isEqualTo("d");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String form(String data) {
        return "data=" + URLEncoder.encode(data, StandardCharsets.UTF_8) + "&ver=1";
    }
}
