package com.nexusai.aggregator.domain.actor;

import static com.nexusai.schema.aggregate.Granularity.DAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Says from all steps of an actor how far it came, by trying every entry. */
final class FunnelOracle {
    private FunnelOracle() {}

    record Step(long at, int mask) {}

    /** Of one who entered at this time: the times of the steps, each the earliest that it can be. */
    static List<Long> greedy(long entry, List<Step> steps, FunnelShape shape) {
        var times = new ArrayList<>(List.of(entry));
        for (int k = 2; k <= shape.steps(); k++) {
            int bit = 1 << (k - 1);
            var next = steps.stream()
                    .filter(step -> (step.mask & bit) != 0)
                    .mapToLong(Step::at)
                    .filter(at -> at >= times.getLast() && at - entry <= shape.windowMillis())
                    .min();
            if (next.isEmpty()) {
                break;
            }
            times.add(next.getAsLong());
        }
        return times;
    }

    static Optional<List<Long>> ofDay(long day, List<Step> steps, FunnelShape shape) {
        return steps.stream()
                .filter(step -> (step.mask & 1) != 0 && UtcTime.day(step.at) == day)
                .map(step -> greedy(step.at, steps, shape))
                .reduce((best, next) -> isBetter(next, best) ? next : best);
    }

    /** The highest level, then the one reached first, then the latest entry. */
    private static boolean isBetter(List<Long> one, List<Long> other) {
        if (one.size() != other.size()) {
            return one.size() > other.size();
        }
        if (!one.getLast().equals(other.getLast())) {
            return one.getLast() < other.getLast();
        }
        return one.getFirst() > other.getFirst();
    }

    static void count(List<Step> steps, FunnelShape shape, Ledger ledger) {
        var days = new TreeSet<Long>();
        steps.stream().filter(step -> (step.mask & 1) != 0).forEach(step -> days.add(UtcTime.day(step.at)));
        days.forEach(day -> emit(day, ofDay(day, steps, shape).orElseThrow(), shape, ledger));
    }

    static void emit(long day, List<Long> times, FunnelShape shape, Ledger ledger) {
        for (int k = 1; k <= times.size(); k++) {
            var dimension = Integer.toString(k);
            ledger.count("funnel." + shape.name(), DAY, dimension, day * 1440, 1);
            if (k > 1) {
                long took = times.get(k - 1) - times.get(k - 2);
                ledger.duration("funnel_time." + shape.name(), DAY, dimension, day * 1440, took, 1);
            }
        }
    }
}
