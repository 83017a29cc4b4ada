package com.nexusai.aggregator.domain.actor;

import static com.nexusai.schema.aggregate.Granularity.DAY;
import static com.nexusai.schema.aggregate.Granularity.HOUR;
import static com.nexusai.schema.aggregate.Granularity.MINUTE;
import static com.nexusai.schema.aggregate.Granularity.MONTH;
import static com.nexusai.schema.aggregate.Granularity.WEEK;

import com.nexusai.schema.aggregate.Granularity;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Says from all events of an actor, in any order, how it counts: in the plainest way. */
final class ActivityOracle {
    private ActivityOracle() {}

    static Map<String, Long> cells(Collection<Long> timestamps) {
        var ledger = new Ledger();
        if (timestamps.isEmpty()) {
            return ledger.cells;
        }
        var minutes = new TreeSet<Long>();
        timestamps.forEach(at -> minutes.add(Math.floorDiv(at, 60_000)));
        ledger.count("active_now", MINUTE, "*", minutes.last(), 1);
        for (var granularity : List.of(HOUR, DAY, WEEK, MONTH)) {
            starts(minutes, granularity).forEach(start -> ledger.count("active_users", granularity, "*", start, 1));
        }
        for (var granularity : List.of(DAY, WEEK, MONTH)) {
            var starts = starts(minutes, granularity);
            for (long start : starts) {
                ledger.count(kind(starts, granularity, start), granularity, "*", start, 1);
            }
        }
        for (var granularity : List.of(DAY, WEEK)) {
            var starts = starts(minutes, granularity);
            long length = granularity == DAY ? 1440 : 7 * 1440;
            for (long start : starts) {
                var offset = Long.toString((start - starts.first()) / length);
                ledger.count("retention", granularity, offset, starts.first(), 1);
            }
        }
        return ledger.cells;
    }

    private static String kind(TreeSet<Long> starts, Granularity granularity, long start) {
        if (start == starts.first()) {
            return "new_users";
        }
        return starts.contains(granularity.startMinute(start - 1)) ? "returning_users" : "resurrected_users";
    }

    private static TreeSet<Long> starts(TreeSet<Long> minutes, Granularity granularity) {
        var starts = new TreeSet<Long>();
        minutes.forEach(minute -> starts.add(granularity.startMinute(minute)));
        return starts;
    }
}
