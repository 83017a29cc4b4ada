package com.nexusai.moderation.http;

import com.nexusai.moderation.domain.Tally;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.Outcome;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's numbers.
 *
 * @param submissions everything that came in, the same content again included
 * @param cases how many stand so now
 * @param decisions how many ever ended so
 * @param waiting how many wait in each queue, those in review included
 * @param oldestSince since when the oldest case that nobody has claimed waits
 * @param moderators how many decisions each has made
 * @param agreement how many decisions of people went the way that the scorer leaned, and how many did not
 * @param quality how well decisions of people hold
 */
record StatsView(
        long submissions,
        Map<CaseState, Long> cases,
        Map<Outcome, Long> decisions,
        Map<String, Long> waiting,
        long overdue,
        @Nullable Instant oldestSince,
        Map<String, Long> categories,
        Map<String, Long> moderators,
        Map<CaseState, Long> appeals,
        Map<String, Long> agreement,
        @Nullable Double overturnRate,
        @Nullable Double agreementRate,
        Quality quality,
        Meta meta) {

    static StatsView of(Map<String, Long> counts, @Nullable Instant oldestSince, Viewer viewer, Meta meta) {
        return rated(
                Tally.of(counts, Tally.SUBMISSIONS),
                each(CaseState.class, state -> Tally.of(counts, Tally.cases(state))),
                each(Outcome.class, outcome -> Tally.of(counts, Tally.decisions(outcome))),
                below(counts, Tally.waiting("")),
                Tally.of(counts, Tally.OVERDUE),
                oldestSince,
                below(counts, Tally.category("")),
                below(counts, Tally.moderator("")),
                decidedAppeals(state -> Tally.of(counts, Tally.appeals(state))),
                below(counts, Tally.agreement("")),
                Quality.of(counts, viewer),
                meta);
    }

    StatsView plus(StatsView other) {
        return rated(
                submissions + other.submissions,
                each(CaseState.class, state -> count(cases, state) + count(other.cases, state)),
                each(Outcome.class, outcome -> count(decisions, outcome) + count(other.decisions, outcome)),
                sum(waiting, other.waiting),
                overdue + other.overdue,
                older(oldestSince, other.oldestSince),
                sum(categories, other.categories),
                sum(moderators, other.moderators),
                decidedAppeals(state -> count(appeals, state) + count(other.appeals, state)),
                sum(agreement, other.agreement),
                quality.plus(other.quality),
                meta);
    }

    StatsView with(Meta newMeta) {
        return rated(
                submissions,
                cases,
                decisions,
                waiting,
                overdue,
                oldestSince,
                categories,
                moderators,
                appeals,
                agreement,
                quality,
                newMeta);
    }

    private static StatsView rated(
            long submissions,
            Map<CaseState, Long> cases,
            Map<Outcome, Long> decisions,
            Map<String, Long> waiting,
            long overdue,
            @Nullable Instant oldestSince,
            Map<String, Long> categories,
            Map<String, Long> moderators,
            Map<CaseState, Long> appeals,
            Map<String, Long> agreement,
            Quality quality,
            Meta meta) {
        return new StatsView(
                submissions,
                cases,
                decisions,
                waiting,
                overdue,
                oldestSince,
                categories,
                moderators,
                appeals,
                agreement,
                rate(count(appeals, CaseState.OVERTURNED), count(appeals, CaseState.UPHELD)),
                rate(count(agreement, Tally.AGREED), count(agreement, Tally.DIFFERED)),
                quality,
                meta);
    }

    /** Null before there is anything to speak of. */
    static @Nullable Double rate(long some, long others) {
        return some + others == 0 ? null : Double.valueOf((double) some / (some + others));
    }

    private static Map<CaseState, Long> decidedAppeals(Function<CaseState, Long> count) {
        var counts = new EnumMap<CaseState, Long>(CaseState.class);
        for (var end : new CaseState[] {CaseState.UPHELD, CaseState.OVERTURNED}) {
            counts.put(end, count.apply(end));
        }
        return counts;
    }

    private static Map<String, Long> below(Map<String, Long> counts, String prefix) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        count -> count.getKey().substring(prefix.length()),
                        Map.Entry::getValue,
                        Long::sum,
                        TreeMap::new));
    }

    private static Map<String, Long> sum(Map<String, Long> some, Map<String, Long> others) {
        return Stream.of(some, others)
                .flatMap(counts -> counts.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
    }

    private static @Nullable Instant older(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private static <E extends Enum<E>> Map<E, Long> each(Class<E> type, Function<E, Long> count) {
        var counts = new EnumMap<E, Long>(type);
        for (var one : type.getEnumConstants()) {
            counts.put(one, count.apply(one));
        }
        return counts;
    }

    private static <E> long count(Map<E, Long> counts, E of) {
        return counts.getOrDefault(of, 0L);
    }
}
