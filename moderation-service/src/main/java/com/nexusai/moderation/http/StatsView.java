package com.nexusai.moderation.http;

import com.nexusai.moderation.domain.Tally;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A tenant's numbers.
 *
 * @param submissions everything that came in, the same content again included
 * @param cases how many stand so now
 * @param decisions how many ever ended so
 */
record StatsView(long submissions, Map<CaseState, Long> cases, Map<Outcome, Long> decisions, Meta meta) {
    static StatsView of(Map<String, Long> counts, Meta meta) {
        return new StatsView(
                Tally.of(counts, Tally.SUBMISSIONS),
                each(CaseState.class, state -> Tally.of(counts, Tally.cases(state))),
                each(Outcome.class, outcome -> Tally.of(counts, Tally.decisions(outcome))),
                meta);
    }

    StatsView plus(StatsView other) {
        return new StatsView(
                submissions + other.submissions,
                each(CaseState.class, state -> count(cases, state) + count(other.cases, state)),
                each(Outcome.class, outcome -> count(decisions, outcome) + count(other.decisions, outcome)),
                meta);
    }

    StatsView with(Meta newMeta) {
        return new StatsView(submissions, cases, decisions, newMeta);
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
