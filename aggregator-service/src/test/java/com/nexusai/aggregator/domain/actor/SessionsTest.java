package com.nexusai.aggregator.domain.actor;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.aggregator.domain.actor.SessionsOracle.Step;
import com.nexusai.aggregator.domain.actor.SessionsOracle.Told;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private final Ledger ledger = new Ledger();
    private final Map<String, Told> rows = new TreeMap<>();
    private final Sessions sessions = new Sessions();

    @Property(tries = 3_000)
    void shouldMakeTheSameSessionsInWhateverOrderEventsCome(@ForAll("upTo8Days") List<Step> events) {
        var ledger = new Ledger();
        var rows = new TreeMap<String, Told>();

        var sessions = play(events, ledger, rows);

        var expected = SessionsOracle.sessions(events);
        assertThat(rows).isEqualTo(expected);
        assertThat(ledger.cells).isEqualTo(SessionsOracle.cells(expected.values()));
        assertThat(sessions.number()).isEqualTo(expected.size());
        assertThat(sessions.totalMillis())
                .isEqualTo(expected.values().stream()
                        .mapToLong(session -> session.end() - session.start())
                        .sum());
    }

    /** Each comes at most 8 days after a later one; those without an id, since an id may come back after it is forgotten. */
    @Property(tries = 1_000)
    void shouldMakeTheSameSessionsOverMonthsIfNothingIsLaterThan8Days(@ForAll("months") List<Late> events) {
        var ledger = new Ledger();
        var rows = new TreeMap<String, Told>();
        var steps = events.stream()
                .sorted((one, other) -> Long.compare(one.at + one.late, other.at + other.late))
                .map(event -> new Step(event.at, null))
                .toList();

        play(steps, ledger, rows);

        var expected = SessionsOracle.sessions(steps);
        assertThat(rows).isEqualTo(expected);
        assertThat(ledger.cells).isEqualTo(SessionsOracle.cells(expected.values()));
    }

    @Test
    void shouldKeepASessionOverAGapOfExactly30Minutes() {
        sessions.add(START, null, ledger);
        sessions.add(START + 30 * MINUTE, null, ledger);
        sessions.add(START + 60 * MINUTE + 1, null, ledger);

        assertThat(sessions.number()).isEqualTo(2);
        assertThat(ledger.cells)
                .containsEntry("session_duration minute * 1800000ms " + START / MINUTE, 1L)
                .containsEntry("bounces minute * " + (START / MINUTE + 60), 1L);
    }

    @Test
    void shouldSayThatAReportedSessionIsGoneWhenAnEventBridgesTwo() {
        sessions.add(START, null, ledger);
        sessions.add(START + 40 * MINUTE, null, ledger);
        sessions.drainChanged(this::told);
        sessions.add(START + 20 * MINUTE, null, ledger);
        sessions.drainChanged(this::told);

        assertThat(rows).isEqualTo(Map.of("~" + START, new Told(START, START + 40 * MINUTE, 3)));
    }

    @Test
    void shouldNotSpeakOfASessionThatWasGoneBeforeItWasReported() {
        var names = new ArrayList<String>();
        sessions.add(START, null, ledger);
        sessions.add(START - MINUTE, null, ledger);

        sessions.drainChanged((name, start, end, events, deleted) -> names.add(name + deleted));
        sessions.drainChanged((name, start, end, events, deleted) -> names.add("again " + name));

        assertThat(names).containsExactly("~" + (START - MINUTE) + "false");
    }

    @Test
    void shouldKeepWhatWasCountedOfSessionsThatItForgets() {
        sessions.add(START, "a", ledger);
        sessions.add(START + MINUTE, "a", ledger);
        sessions.add(START + 9 * DAY, "b", ledger);
        sessions.add(START + 2 * MINUTE, "a", ledger);

        sessions.drainChanged(this::told);

        assertThat(rows)
                .isEqualTo(Map.of(
                        "a", new Told(START, START + MINUTE, 2), "b", new Told(START + 9 * DAY, START + 9 * DAY, 1)));
        assertThat(ledger.cells).isEqualTo(SessionsOracle.cells(rows.values()));
        assertThat(sessions.number()).isEqualTo(2);
        assertThat(sessions.totalMillis()).isEqualTo(MINUTE);
    }

    @Test
    void shouldStillExtendTheLastSessionBeforeTheKeptDays() {
        sessions.add(START, null, ledger);
        sessions.add(START + 8 * DAY + 20 * MINUTE, null, ledger);
        sessions.add(START + 20 * MINUTE, null, ledger);
        sessions.drainChanged(this::told);

        assertThat(sessions.number()).isEqualTo(2);
        assertThat(rows).containsEntry("~" + START, new Told(START, START + 20 * MINUTE, 2));
    }

    @Test
    void shouldKeepThe200WithTheLatestEndAndCountAllOfThem() {
        for (int i = 0; i < 250; i++) {
            sessions.add(START + i * 31L * MINUTE, null, ledger);
        }
        sessions.add(START + 5, null, ledger);
        sessions.add(START + 249 * 31 * MINUTE + MINUTE, null, ledger);
        sessions.drainChanged(this::told);

        assertThat(sessions.number()).isEqualTo(250);
        assertThat(rows).hasSize(250).containsEntry("~" + START, new Told(START, START, 1));
        assertThat(ledger.cells).isEqualTo(SessionsOracle.cells(rows.values()));
        var writer = new ByteWriter(64);
        sessions.writeTo(writer);
        assertThat(writer.size()).isLessThan(200 * 12);
    }

    @Test
    void shouldLetALongNamedSessionOutliveShorterOnes() {
        sessions.add(START, "long", ledger);
        for (int i = 1; i <= 250; i++) {
            sessions.add(START + i * MINUTE, "short-" + i, ledger);
            sessions.add(START + i * MINUTE, "long", ledger);
        }
        sessions.drainChanged(this::told);

        assertThat(sessions.number()).isEqualTo(251);
        assertThat(rows).containsEntry("long", new Told(START, START + 250 * MINUTE, 251));
    }

    private void told(String name, long start, long end, long events, boolean deleted) {
        keep(rows, name, start, end, events, deleted);
    }

    private static void keep(Map<String, Told> rows, String name, long start, long end, long events, boolean deleted) {
        if (deleted) {
            assertThat(rows.remove(name)).as("what is deleted was there").isNotNull();
        } else {
            rows.put(name, new Told(start, end, events));
        }
    }

    /** Now and then through bytes and back, or reported. */
    private static Sessions play(List<Step> events, Ledger ledger, Map<String, Told> rows) {
        var sessions = new Sessions();
        ChangedSessions out = (name, start, end, n, deleted) -> keep(rows, name, start, end, n, deleted);
        for (int i = 0; i < events.size(); i++) {
            sessions.add(events.get(i).at(), events.get(i).id(), ledger);
            if (i % 5 == 0) {
                sessions.drainChanged(out);
            }
            if (i % 3 == 0) {
                sessions = Forms.throughBytes(sessions, Sessions::writeTo, Sessions::readFrom);
            }
        }
        sessions.drainChanged(out);
        return sessions;
    }

    record Late(long at, long late) {}

    @Provide
    Arbitrary<List<Step>> upTo8Days() {
        var ids = Arbitraries.of("a", "b", "c").injectNull(0.6);
        return Arbitraries.oneOf(times(4 * HOUR), times(8 * DAY))
                .flatMap(at -> ids.map(id -> new Step(at, id)))
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Late>> months() {
        var late = Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs().between(0, 8 * DAY));
        return Combinators.combine(Arbitraries.oneOf(times(60 * DAY), times(20 * DAY)), late)
                .as(Late::new)
                .list()
                .ofMaxSize(150);
    }

    /** Also such as lie exactly the gap apart. */
    private static Arbitrary<Long> times(long span) {
        var any = Arbitraries.longs().between(START, START + span).withoutEdgeCases();
        return Arbitraries.oneOf(
                any, any.map(at -> at / (10 * MINUTE) * (10 * MINUTE)).map(at -> Math.max(START, at)));
    }
}
