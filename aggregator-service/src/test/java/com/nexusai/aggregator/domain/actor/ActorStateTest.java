package com.nexusai.aggregator.domain.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.UserProfile;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ActorStateTest {
    private static final long START = Instant.parse("2026-02-26T10:00:00Z").toEpochMilli();
    private static final long DAY = 86_400_000;
    private static final FunnelShape ONBOARDING = new FunnelShape("onboarding", 3, 7 * DAY, true);
    private static final FunnelShape BUY = new FunnelShape("buy", 2, DAY, false);
    private static final List<String> TYPES = List.of("LOGIN", "SENT", "PAID");

    private final Ledger ledger = new Ledger();
    private final ActorState state = new ActorState();

    record Seen(long at, int type, @Nullable String session) {}

    @Property(tries = 1_000)
    void shouldCountTheSameInWhateverOrderEventsComeAndThroughBytes(@ForAll("events") List<Seen> events) {
        var ledger = new Ledger();
        var state = new ActorState();
        for (int i = 0; i < events.size(); i++) {
            take(events.get(i), state, ledger);
            state = i % 3 == 0 ? ActorState.fromBytes(state.toBytes()) : state;
        }

        var again = ActorState.fromBytes(state.toBytes());
        assertThat(ledger.cells).isEqualTo(expected(events).cells);
        assertThat(again.profile("t", "a")).isEqualTo(state.profile("t", "a"));
        assertThat(again.toBytes()).isEqualTo(state.toBytes());
        assertProfile(state.profile("t", "a"), events);
        assertRecent(state, events);
    }

    private static void take(Seen event, ActorState state, Ledger ledger) {
        boolean firstMoved = state.event(TYPES.get(event.type), event.at, event.session, false, ledger);
        int mask = event.type == 0 ? 0 : 1 << event.type;
        if (firstMoved || mask != 0) {
            state.funnel(ONBOARDING, event.at, mask, ledger);
        }
        if (mask != 0) {
            state.funnel(BUY, event.at, mask >> 1, ledger);
        }
        if (event.type == 2) {
            state.distinct("paying_users", "*", event.at, ledger);
            state.revenue("EUR", 1_500_000_000L);
        }
        if (event.type == 1) {
            state.messageSent();
            state.tokens(1);
        }
    }

    private static Ledger expected(List<Seen> events) {
        var ledger = new Ledger();
        var at = events.stream().map(Seen::at).toList();
        add(ActivityOracle.cells(at), ledger);
        var steps = events.stream()
                .map(event -> new SessionsOracle.Step(event.at, event.session))
                .toList();
        add(SessionsOracle.cells(SessionsOracle.sessions(steps).values()), ledger);
        for (var granularity : List.of(Granularity.HOUR, Granularity.DAY, Granularity.WEEK, Granularity.MONTH)) {
            events.stream()
                    .filter(event -> event.type == 2)
                    .map(event -> granularity.startMinute(UtcTime.minute(event.at)))
                    .distinct()
                    .forEach(start -> ledger.count("paying_users", granularity, "*", start, 1));
        }
        var taken = events.stream()
                .filter(event -> event.type > 0)
                .map(event -> new FunnelOracle.Step(event.at, 1 << (event.type - 1)))
                .toList();
        FunnelOracle.count(taken, BUY, ledger);
        long first = at.stream().min(Long::compare).orElseThrow();
        var onboarding = taken.stream()
                .map(step -> new FunnelOracle.Step(step.at(), step.mask() << 1))
                .toList();
        FunnelOracle.emit(UtcTime.day(first), FunnelOracle.greedy(first, onboarding, ONBOARDING), ONBOARDING, ledger);
        return ledger;
    }

    private static void add(Map<String, Long> cells, Ledger ledger) {
        ledger.cells.putAll(cells);
    }

    private static void assertProfile(UserProfile profile, List<Seen> events) {
        var types =
                events.stream().collect(Collectors.groupingBy(event -> TYPES.get(event.type), Collectors.counting()));
        assertThat(profile.eventsByType()).isEqualTo(types);
        assertThat(profile.events()).isEqualTo(events.size());
        assertThat(profile.revision()).isEqualTo(events.size());
        assertThat(profile.messagesSent()).isEqualTo(types.getOrDefault("SENT", 0L));
        assertThat(profile.tokensUsed()).isEqualByComparingTo(BigDecimal.valueOf(profile.messagesSent(), 9));
        long paid = types.getOrDefault("PAID", 0L);
        assertThat(profile.revenue())
                .isEqualTo(
                        paid == 0
                                ? Map.of()
                                : Map.of("EUR", plain(new BigDecimal("1.5").multiply(new BigDecimal(paid)))));
        var byDay = new TreeMap<>(events.stream()
                .collect(Collectors.groupingBy(
                        event -> LocalDate.ofEpochDay(UtcTime.day(event.at)), Collectors.counting())));
        assertThat(profile.eventsByDay())
                .isEqualTo(byDay.tailMap(byDay.lastKey().minusDays(2)));
    }

    private static BigDecimal plain(BigDecimal value) {
        return new BigDecimal(value.stripTrailingZeros().toPlainString());
    }

    private static void assertRecent(ActorState state, List<Seen> events) {
        long last = UtcTime.day(state.lastSeen());
        for (long day = last - 7; day <= last + 1; day++) {
            long wanted = day;
            assertThat(state.eventsOnDay(day))
                    .isEqualTo(events.stream()
                            .filter(event -> UtcTime.day(event.at) == wanted)
                            .count());
        }
        var latest = YearMonth.from(LocalDate.ofEpochDay(last));
        for (var month : List.of(latest, latest.minusMonths(1))) {
            assertThat(state.eventsInMonth(month.atDay(1).toEpochDay()))
                    .isEqualTo(events.stream()
                            .filter(event -> YearMonth.from(
                                            Instant.ofEpochMilli(event.at).atZone(ZoneOffset.UTC))
                                    .equals(month))
                            .count());
        }
    }

    @Test
    void shouldSayClearlyThatItCannotReadAnUnknownVersion() {
        assertThatThrownBy(() -> ActorState.fromBytes(new byte[] {7, 0, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 7")
                .hasMessageContaining("version 1");
    }

    @Test
    void shouldSayWhetherTheFirstSeenHasMoved() {
        assertThat(state.event("A", START, null, true, ledger)).isTrue();
        assertThat(state.event("A", START, null, true, ledger)).isFalse();
        assertThat(state.event("A", START - 1, null, true, ledger)).isTrue();
        assertThat(state.profile("t", "a").identified()).isTrue();
    }

    @Test
    void shouldCountTypesAndCurrenciesBeyondTheirLimitTogether() {
        for (int i = 0; i < 300; i++) {
            state.event("type-" + i, START, null, true, ledger);
            state.revenue("C" + i, 1_000_000_000L);
        }

        var profile = ActorState.fromBytes(state.toBytes()).profile("t", "a");

        assertThat(profile.eventsByType()).hasSize(201).contains(entry("(other)", 100L), entry("type-199", 1L));
        assertThat(profile.revenue()).hasSize(21).containsEntry("(other)", new BigDecimal("280"));
    }

    @Test
    void shouldSumExactlyBeyondALong() {
        state.event("A", START, null, true, ledger);
        for (int i = 0; i < 3; i++) {
            state.tokens(Long.MAX_VALUE);
            state.revenue("EUR", Long.MIN_VALUE);
            state.revenue("EUR", new BigInteger("123456789012345678901234567"));
        }

        var profile = ActorState.fromBytes(state.toBytes()).profile("t", "a");

        assertThat(profile.tokensUsed()).isEqualTo("27670116110.564327421");
        var euros = new BigInteger("123456789012345678901234567").add(BigInteger.valueOf(Long.MIN_VALUE));
        assertThat(profile.revenue().get("EUR")).isEqualTo(new BigDecimal(euros.multiply(BigInteger.valueOf(3)), 9));
    }

    @Test
    void shouldNotGrowWithoutEndWhereDistinctActorsAreCountedByAnOpenField() {
        state.event("A", START, null, true, ledger);
        for (int i = 0; i < 2_000; i++) {
            state.distinct("opened", "page-" + i, START + i * 60_000L, ledger);
            state.distinct("opened", "page-" + i, START + i * 60_000L, ledger);
        }

        assertThat(state.toBytes().length).isLessThan(500 * 40);
        assertThat(ledger.cells).containsEntry("opened day page-0 " + UtcTime.day(START) * 1440, 1L);
        assertThat(ActorState.fromBytes(state.toBytes()).toBytes()).hasSameSizeAs(state.toBytes());
    }

    @Test
    void shouldBeSmallForAnActorOfFewEvents() {
        take(new Seen(START, 0, "0b8f7c1e-session"), state, ledger);
        take(new Seen(START + 60_000, 1, "0b8f7c1e-session"), state, ledger);

        assertThat(state.toBytes().length).isLessThan(180);
    }

    @Provide
    Arbitrary<List<Seen>> events() {
        var any = Arbitraries.longs().between(START, START + 8 * DAY).withoutEdgeCases();
        var close = Arbitraries.longs().between(START, START + 5 * 3_600_000).withoutEdgeCases();
        var session = Arbitraries.of("s-1", "s-2").injectNull(0.5);
        return Combinators.combine(
                        Arbitraries.oneOf(any, close), Arbitraries.integers().between(0, 2), session)
                .as(Seen::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }
}
