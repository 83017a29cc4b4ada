package com.nexusai.systemtests.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.schema.serde.Json;
import com.nexusai.schema.topic.Topics;
import com.nexusai.systemtests.process.RunningFleet;
import com.nexusai.systemtests.process.TopicCount;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** People change the host name of the SDK that they have, and nothing else; and a fault in the middle costs them nothing. */
class SdksIT {
    private static final List<String> SDKS = List.of("segment", "rudderstack", "posthog", "snowplow", "cloudevents");
    private static final int EVENTS = 40;

    @TempDir
    Path folder;

    @Test
    void shouldDeliverEachEventOnceAndIntactThroughEverySdkWhenAnswersAre503InTheMiddle() throws Exception {
        var sdks = NodeSdks.installed();
        var first = Instant.now().minus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MILLIS);
        try (var fleet = new RunningFleet(folder)) {
            for (var sdk : SDKS) {
                try (var proxy = new FlakyProxy(fleet.service("ingest-service").port())) {
                    sdks.send(sdk, proxy.address(), fleet.key("INGEST_KEY"), first.toEpochMilli());
                    assertThat(proxy.faults()).as("faults that %s met", sdk).isEqualTo(2);
                }
            }
            await().atMost(RunningFleet.PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(validated(fleet)).isEqualTo((long) SDKS.size() * EVENTS));
            for (var sdk : SDKS) {
                await().atMost(RunningFleet.PATIENCE)
                        .pollInterval(Duration.ofMillis(500))
                        .untilAsserted(() -> assertThat(stored(fleet, sdk)).isEqualTo(sent(sdk, first)));
            }
            assertThat(TopicCount.of(Topics.EVENTS.name(), fleet.stack.kafkaBootstrapServers()))
                    .as("what was sent again did come twice")
                    .isGreaterThan((long) SDKS.size() * EVENTS);
        }
    }

    private static long validated(RunningFleet fleet) {
        return TopicCount.of(Topics.EVENTS_VALIDATED.name(), fleet.stack.kafkaBootstrapServers());
    }

    /** By the number of each event: who, when and with what. */
    private static Map<Integer, String> sent(String sdk, Instant first) {
        var events = new TreeMap<Integer, String>();
        for (int n = 0; n < EVENTS; n++) {
            events.put(
                    n,
                    sdk + "-user-" + n % 4 + " " + first.plusSeconds(n) + " {\"n\":" + n
                            + ",\"price\":1.5,\"text\":\"grün \uD83D\uDE00\",\"nested\":{\"list\":[1,{\"a\":true}]}}");
        }
        return events;
    }

    private static Map<Integer, String> stored(RunningFleet fleet, String sdk) throws IOException {
        var events = new TreeMap<Integer, String>();
        for (int user = 0; user < 4; user++) {
            var from =
                    URLEncoder.encode(Instant.now().minus(1, ChronoUnit.HOURS).toString(), StandardCharsets.UTF_8);
            var answer = fleet.service("query-service")
                    .get(
                            "/api/v1/analytics/events?limit=1000&type=sdk_tested&userId=" + sdk + "-user-" + user
                                    + "&from=" + from,
                            fleet.key("READ_KEY"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            for (var event : Json.MAPPER.readTree(answer.body()).get("events")) {
                int n = event.at("/properties/n").asInt();
                var before =
                        events.put(n, event.get("userId").asString() + " " + time(event) + " " + properties(event));
                assertThat(before).as("event %d of %s is there twice", n, sdk).isNull();
            }
        }
        return events;
    }

    private static Instant time(JsonNode event) {
        return Instant.parse(event.get("timestamp").asString());
    }

    /** Of what was sent; an SDK may add some of its own. */
    private static String properties(JsonNode event) {
        var ours = Json.MAPPER.createObjectNode();
        for (var name : List.of("n", "price", "text", "nested")) {
            ours.set(name, event.get("properties").get(name));
        }
        return ours.toString();
    }
}
