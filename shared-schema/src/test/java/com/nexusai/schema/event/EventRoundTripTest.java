package com.nexusai.schema.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.serde.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EventRoundTripTest {
    private static final Set<String> KNOWN = Set.of(
            "eventId",
            "tenantId",
            "type",
            "userId",
            "anonymousId",
            "sessionId",
            "timestamp",
            "receivedAt",
            "properties",
            "context",
            "content");

    @Property
    void shouldReadWhatItWrote(@ForAll("events") Event event) {
        var serde = new EventSerde();

        byte[] json = serde.serializer().serialize("topic", event);

        assertThat(serde.deserializer().deserialize("topic", json)).isEqualTo(event);
    }

    @Property
    void shouldWriteJsonThatAnyOtherReaderUnderstands(@ForAll("events") Event event) {
        var tree = Json.MAPPER.readTree(EventWriter.write(event));

        assertThat(tree.path("eventId").asString()).isEqualTo(event.eventId());
        assertThat(tree.path("type").asString()).isEqualTo(event.type());
        assertThat(tree.path("timestamp").asString())
                .isEqualTo(event.timestamp().toString());
        assertThat(tree.path("properties")).isEqualTo(event.properties().tree());
        assertThat(event.extra())
                .allSatisfy((name, value) -> assertThat(tree.path(name)).isEqualTo(value.tree()));
    }

    /** The slice must end where the value ends, whatever stands before, after and inside it. */
    @Property
    void shouldKeepAnUnknownFieldWithTheSameBytes(
            @ForAll("names") String name,
            @ForAll("values") String value,
            @ForAll("spaces") String space,
            @ForAll("values") String before,
            @ForAll boolean last)
            throws MalformedEvent {
        var field = JsonTexts.quoted(name, false) + space + ":" + space + value + space;
        var other = "\"other\":" + before;
        var json = space + "{" + (last ? other + "," + field : field + "," + other) + "}" + space;

        var draft = EventReader.read(json.getBytes(UTF_8));

        assertThat(draft.extra()).containsEntry(name, RawJson.of(value)).containsEntry("other", RawJson.of(before));
    }

    @Property
    void shouldWriteAnUnknownFieldWithTheSameBytes(@ForAll("names") String name, @ForAll("values") String value)
            throws MalformedEvent {
        var json = "{\"eventId\":\"e\",\"tenantId\":\"t\",\"type\":\"A\",\"timestamp\":0,\"receivedAt\":0,"
                + JsonTexts.quoted(name, false) + ":" + value + "}";

        var written = EventWriter.write(EventReader.read(json.getBytes(UTF_8)).toEvent());

        assertThat(new String(written, UTF_8)).endsWith(":" + value + "}");
        assertThat(EventReader.read(written).extra()).containsEntry(name, RawJson.of(value));
    }

    @Provide
    Arbitrary<Event> events() {
        var id = JsonTexts.text();
        var maybe = id.injectNull(0.3);
        var raw = JsonTexts.object().map(RawJson::of);
        var envelope = Combinators.combine(id, id, id, maybe, maybe, maybe).as(Envelope::new);
        var extra =
                Arbitraries.maps(names(), JsonTexts.value().map(RawJson::of)).ofMaxSize(3);
        return Combinators.combine(envelope, times(), times(), raw, raw, raw.injectNull(0.5), extra)
                .as(EventRoundTripTest::event);
    }

    private record Envelope(String eventId, String tenantId, String type, String user, String anon, String session) {}

    private static Event event(
            Envelope envelope,
            Instant timestamp,
            Instant receivedAt,
            RawJson properties,
            RawJson context,
            RawJson content,
            Map<String, RawJson> extra) {
        return new Event(
                envelope.eventId,
                envelope.tenantId,
                envelope.type,
                envelope.user,
                envelope.anon,
                envelope.session,
                timestamp,
                receivedAt,
                properties,
                context,
                content,
                extra);
    }

    @Provide
    Arbitrary<String> names() {
        return JsonTexts.text().filter(name -> !KNOWN.contains(name) && !name.equals("other"));
    }

    @Provide
    Arbitrary<String> values() {
        return JsonTexts.value();
    }

    @Provide
    Arbitrary<String> spaces() {
        return JsonTexts.space();
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("0001-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli())
                .map(Instant::ofEpochMilli);
    }
}
