package com.nexusai.query.http;

import com.nexusai.query.domain.Point;
import com.nexusai.query.domain.Points;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.query.store.CellScan;
import com.nexusai.query.store.TodayCounters;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.Series;
import com.nexusai.schema.event.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A tenant's day so far. */
record Today(LocalDate date, long events, Map<String, Long> byType, List<Point> minutes) {
    /** Types whose counters are worth a look when no store can say which there are. */
    static final List<String> BUILT_IN_TYPES =
            Arrays.stream(EventType.values()).map(EventType::name).toList();

    private static final int MINUTES = 60;
    private static final int RATE_MINUTES = 5;

    static Today empty(Instant now) {
        return new Today(LocalDate.ofInstant(now, ZoneOffset.UTC), 0, Map.of(), List.of());
    }

    static Today of(CellScan cells, String tenant, Instant now) {
        var day = TimeRange.last(1, Granularity.DAY, now);
        var hour = TimeRange.lastComplete(MINUTES, Granularity.MINUTE, now);
        var total = new Series(tenant, Metric.EVENTS, Granularity.DAY, Metric.TOTAL);
        var minutes = new Series(tenant, Metric.EVENTS, Granularity.MINUTE, Metric.TOTAL);
        return new Today(
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                Points.sum(cells.series(total, day)),
                cells.breakdown(tenant, Metric.EVENTS, Granularity.DAY, day).counts(),
                Points.filled(cells.series(minutes, hour), hour, Granularity.MINUTE));
    }

    /** The same day with its counts taken from the counters, where these have them. */
    Today counted(TodayCounters.Counts counts) {
        var types = new TreeMap<>(byType);
        types.putAll(counts.byType());
        return new Today(date, counts.total(), types, minutes);
    }

    RealtimeView view(Meta meta) {
        var last = minutes.subList(Math.max(0, minutes.size() - RATE_MINUTES), minutes.size());
        return new RealtimeView(date, events, byType, (double) Points.sum(last) / RATE_MINUTES, minutes, meta);
    }
}
