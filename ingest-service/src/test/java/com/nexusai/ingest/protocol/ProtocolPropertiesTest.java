package com.nexusai.ingest.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.event.MalformedEvent;
import com.nexusai.schema.serde.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds for every adapter and whatever is sent to it. */
class ProtocolPropertiesTest {
    private static final List<String> ADDRESSES = List.of(
            "/v1/batch",
            "/v1/track",
            "/v1/identify",
            "/v1/page",
            "/v1/group",
            "/batch",
            "/com.snowplowanalytics.snowplow/tp2",
            "/cloudevents");

    private static final List<String> FIELDS = List.of(
            "messageId",
            "type",
            "event",
            "userId",
            "anonymousId",
            "timestamp",
            "originalTimestamp",
            "sentAt",
            "channel",
            "properties",
            "traits",
            "context",
            "name",
            "category",
            "groupId",
            "previousId",
            "integrations",
            "version",
            "uuid",
            "distinct_id",
            "$anon_distinct_id",
            "offset",
            "sent_at",
            "library",
            "e",
            "eid",
            "uid",
            "duid",
            "sid",
            "dtm",
            "stm",
            "ttm",
            "se_ca",
            "se_ac",
            "se_va",
            "ue_px",
            "ue_pr",
            "cx",
            "co",
            "url",
            "page",
            "refr",
            "tv",
            "id",
            "time",
            "subject",
            "source",
            "data",
            "data_base64",
            "specversion",
            "userid",
            "sessionid",
            "x");

    private static final Map<String, List<String>> SPECIAL = Map.of(
            "type", List.of("track", "identify", "page", "screen", "group", "alias"),
            "event", List.of("$pageview", "$identify", "$groupidentify"),
            "e", List.of("pv", "pp", "se", "ue", "tr", "ti"),
            "timestamp", List.of("2026-11-24T10:00:00Z", "2026-11-24T10:00:00+25:00"),
            "sentAt", List.of("2026-11-24T12:00:00Z", "9999-12-31T23:59:59Z"));

    @Property(tries = 500)
    void shouldDropNothingButTheKey(@ForAll("addresses") String address, @ForAll("messages") ObjectNode message)
            throws MalformedEvent {
        // a list of messages is what the other properties are about
        Assume.that(message.get("data") == null || !message.get("data").isArray());
        var leaves = new ArrayList<String>();
        number(message, new AtomicInteger(), leaves);

        var events = read(address, Json.MAPPER.writeValueAsBytes(message));

        assertThat(events).hasSize(1);
        assertThat(leaves).allSatisfy(leaf -> assertThat(events.getFirst()).contains(leaf));
    }

    @Property(tries = 300)
    void shouldMakeOneEventOfEachMessage(@ForAll("messages") ObjectNode message, @ForAll("counts") int count)
            throws MalformedEvent {
        var batch = Json.MAPPER.createArrayNode();
        for (int i = 0; i < count; i++) {
            batch.add(message);
        }

        assertThat(read("/v1/batch", bytes("batch", batch))).hasSize(count);
        assertThat(read("/batch", bytes("batch", batch))).hasSize(count);
        assertThat(read("/com.snowplowanalytics.snowplow/tp2", bytes("data", batch)))
                .hasSize(count);
        assertThat(read("/cloudevents", Json.MAPPER.writeValueAsBytes(batch))).hasSize(count);
    }

    /** Bytes of a message, broken somewhere: an event, or a refusal, and nothing else. */
    @Property(tries = 500)
    void shouldRefuseOrTakeWhateverIsSent(
            @ForAll("addresses") String address,
            @ForAll("messages") ObjectNode message,
            @ForAll("places") int place,
            @ForAll byte broken) {
        var bytes = Json.MAPPER.writeValueAsBytes(message);
        bytes[place % bytes.length] = broken;
        try {
            for (var event : read(address, bytes)) {
                assertThat(Json.MAPPER.readTree(event)).isNotNull();
            }
        } catch (MalformedEvent refused) {
            assertThat(refused.problem()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.of(ADDRESSES);
    }

    @Provide
    Arbitrary<Integer> counts() {
        return Arbitraries.integers().between(0, 5);
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 1 << 20);
    }

    @Provide
    Arbitrary<ObjectNode> messages() {
        return objects(3);
    }

    private static Arbitrary<ObjectNode> objects(int depth) {
        var field = Arbitraries.of(FIELDS).flatMap(name -> values(name, depth).map(value -> Map.entry(name, value)));
        return field.list().ofMaxSize(8).map(fields -> {
            var object = Json.MAPPER.createObjectNode();
            fields.forEach(entry -> object.set(entry.getKey(), entry.getValue()));
            return object;
        });
    }

    private static Arbitrary<JsonNode> values(String name, int depth) {
        var text = SPECIAL.containsKey(name)
                ? Arbitraries.oneOf(Arbitraries.of(SPECIAL.get(name)), Arbitraries.just("leaf"))
                : Arbitraries.just("leaf");
        Arbitrary<JsonNode> leaf = text.map(Json.MAPPER.getNodeFactory()::stringNode);
        Arbitrary<JsonNode> other = Arbitraries.of("17", "1.5", "true", "[\"leaf\",{\"a\":\"leaf\"}]", "{}")
                .map(Json.MAPPER::readTree);
        if (depth == 0) {
            return Arbitraries.oneOf(leaf, other);
        }
        return Arbitraries.frequencyOf(
                Tuple.of(4, leaf),
                Tuple.of(1, other),
                Tuple.of(2, objects(depth - 1).map(JsonNode.class::cast)));
    }

    /** Gives each leaf a name of its own, by which it can be found again. */
    private static void number(JsonNode node, AtomicInteger next, List<String> leaves) {
        if (node instanceof ObjectNode object) {
            for (var name : List.copyOf(object.propertyNames())) {
                var value = object.get(name);
                if (value.isString() && value.asString().equals("leaf")) {
                    var leaf = "leaf-" + next.incrementAndGet() + "-";
                    leaves.add(leaf);
                    object.put(name, leaf);
                } else {
                    number(value, next, leaves);
                }
            }
        }
    }

    private static List<String> read(String address, byte[] body) throws MalformedEvent {
        var request = Wire.post(address, body)
                .with(
                        "Content-Type",
                        address.equals("/cloudevents") ? "application/cloudevents+json" : "application/json")
                .with("Authorization", "Bearer x")
                .request();
        for (var protocol : Protocols.all()) {
            if (protocol.endpoints().contains(Endpoint.post(address)) && protocol.speaks(request)) {
                protocol.key(request);
                return protocol.read(request).stream()
                        .map(event -> new String(event, StandardCharsets.UTF_8))
                        .toList();
            }
        }
        throw new AssertionError(address);
    }

    private static byte[] bytes(String list, JsonNode batch) {
        return Json.MAPPER.writeValueAsBytes(Json.MAPPER.createObjectNode().set(list, batch));
    }
}
