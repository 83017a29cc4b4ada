package com.nexusai.aggregator.sink.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.aggregator.sink.flow.Batch;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.topic.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record that cannot be a row harms itself only, on the real engine. */
class PoisonIT {
    private static final Instant AT = Instant.parse("2026-10-31T09:30:00.412Z");
    private final Tried tried = new Tried();
    private final ClickHouseSinks sinks = tried.sinks(Retention.USUAL);

    @BeforeEach
    void migrate() throws Exception {
        tried.migrations().run();
        tried.run("SYSTEM STOP MERGES events");
    }

    @AfterEach
    void drop() throws Exception {
        tried.close();
    }

    @Test
    void shouldBuryWhatCannotBeReadOrDoesNotFit() throws Exception {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        records.addAll(events(0, event("e-0", AT)).records());
        records.add(Tried.record(Topics.EVENTS_VALIDATED, 1, "no event".getBytes(UTF_8)));
        records.addAll(
                events(2, event("e-2", Instant.parse("2200-01-01T00:00:00Z"))).records());
        records.addAll(events(3, event("e-3", AT)).records());

        sinks.events(Topics.EVENTS_VALIDATED).prepare(new Batch(records)).write();

        assertThat(offsets()).containsExactly(0L, 3L);
        var letters = letters();
        assertThat(letters.get(0))
                .startsWith("1 events ")
                .contains("not a validated event")
                .contains("no event");
        assertThat(letters.get(1)).startsWith("2 events ").contains("2200-01-01T00:00:00Z is not between");
        assertThat(letters).hasSize(2);
        assertThat(tried.meters.counter("sink.dead.letters", "table", "events").count())
                .isEqualTo(2);
    }

    @Test
    void shouldBuryACellWhoseSumDoesNotFit() throws Exception {
        var cell = new Cell(
                "acme",
                "m",
                Granularity.DAY,
                "*",
                Instant.parse("2026-10-31T00:00:00Z"),
                1,
                BigDecimal.TEN.pow(30),
                null,
                null,
                null,
                null,
                null,
                1,
                AT);

        sinks.aggregates(Topics.AGGREGATES)
                .prepare(tried.batch(Topics.AGGREGATES, 5, List.of(cell)))
                .write();

        assertThat(letters()).singleElement().asString().contains("29 digits");
        assertThat(tried.number("SELECT count() FROM {db}.aggregates")).isZero();
    }

    @Test
    void shouldFindTheRowsThatTheServerRefuses() throws Exception {
        tried.run("ALTER TABLE events ADD CONSTRAINT no_poison CHECK type != 'POISON'");
        var events = IntStream.range(0, 1000)
                .mapToObj(i -> i == 17 || i == 18 || i == 999 ? poison("e-" + i) : event("e-" + i, AT))
                .toList();
        var delivery = sinks.events(Topics.EVENTS_VALIDATED).prepare(events(0, events.toArray(Event[]::new)));

        delivery.write();
        delivery.write();

        assertThat(offsets())
                .as("each once, without FINAL, though it was written twice")
                .hasSize(997);
        assertThat(letters()).hasSize(3).allSatisfy(letter -> assertThat(letter).contains("no_poison"));
        assertThat(letters().get(0)).startsWith("17 ");
        assertThat(letters().get(2)).startsWith("999 ");
    }

    @Test
    void shouldBlameNoRowForATableThatIsNotOurs() throws Exception {
        tried.run("ALTER TABLE events MODIFY COLUMN kafka_offset UInt64");
        var delivery = sinks.events(Topics.EVENTS_VALIDATED).prepare(events(0, event("e-0", AT), event("e-1", AT)));

        assertThatThrownBy(delivery::write).hasStackTraceContaining("kafka_offset");
        tried.run("ALTER TABLE events MODIFY COLUMN kafka_offset Int64");
        delivery.write();

        assertThat(offsets()).containsExactly(0L, 1L);
        assertThat(letters()).isEmpty();
    }

    @Test
    void shouldTakeEventsOfManyMonthsInOneBatch() throws Exception {
        var events = IntStream.range(0, 300)
                .mapToObj(i ->
                        event("e-" + i, Instant.parse("1990-01-15T00:00:00Z").plusSeconds(i * 31L * 86_400)))
                .toArray(Event[]::new);

        sinks.events(Topics.EVENTS_VALIDATED).prepare(events(0, events)).write();

        assertThat(letters()).isEmpty();
        assertThat(tried.number("SELECT count() FROM system.parts WHERE database = '{db}' AND table = 'events'"))
                .isGreaterThan(100);
    }

    private Batch events(long firstOffset, Event... events) {
        return tried.batch(Topics.EVENTS_VALIDATED, firstOffset, List.of(events));
    }

    private static Event event(String id, Instant at) {
        return TablesIT.event(id, at, "{}");
    }

    private static Event poison(String id) {
        var event = event(id, AT);
        return new Event(
                id,
                event.tenantId(),
                "POISON",
                event.userId(),
                null,
                null,
                AT,
                AT,
                event.properties(),
                event.context(),
                null,
                event.extra());
    }

    private List<Long> offsets() {
        return tried.ask("SELECT kafka_offset FROM {db}.events ORDER BY kafka_offset").stream()
                .map(row -> row.getLong(1))
                .toList();
    }

    private List<String> letters() {
        return tried.ask("SELECT offset, target, reason, value FROM {db}.dead_letters FINAL ORDER BY offset").stream()
                .map(row -> row.getLong("offset") + " " + row.getString("target") + " " + row.getString("reason") + " "
                        + row.getString("value"))
                .toList();
    }
}
