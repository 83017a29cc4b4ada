package com.nexusai.query.domain;

import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.filter.Filter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One generic question, of which every chart is a case.
 *
 * @param granularity of the points; null where only totals are wanted
 * @param range whole windows
 * @param breakdown paths of fields; the word {@link #OWN} for whatever the metric's cells are broken down by
 * @param filter which events are meant; null for all
 * @param dimensions only these values of the metric's own breakdown; empty for all
 * @param compare whether the range just before is wanted too
 * @param limit groups at most
 */
public record Question(
        List<Asked> metrics,
        @Nullable Granularity granularity,
        TimeRange range,
        ZoneId zone,
        List<String> breakdown,
        @Nullable Filter filter,
        List<String> dimensions,
        boolean fill,
        boolean compare,
        Order order,
        int limit) {
    public static final String OWN = "dimension";

    public Question {
        metrics = List.copyOf(metrics);
        breakdown = List.copyOf(breakdown);
        dimensions = List.copyOf(dimensions);
    }

    /** @param as null for the usual figure of the metric */
    public record Asked(String metric, @Nullable As as) {}

    /** The starts of its windows and the end of the last; without granularity, its range as one window. */
    public List<Instant> bounds(int most) {
        if (granularity == null) {
            return List.of(range.from(), range.to());
        }
        var bounds = new ZonedWindows(granularity, zone).starts(range, most);
        bounds.add(range.to());
        return bounds;
    }

    public Question withMetrics(List<Asked> some) {
        return new Question(some, granularity, range, zone, breakdown, filter, dimensions, fill, compare, order, limit);
    }

    /** The same about the range just before, for these groups only. */
    public Question before() {
        var earlier = granularity == null ? range.endingAt(range.from()) : windowsBefore(granularity);
        return new Question(
                metrics, granularity, earlier, zone, breakdown, filter, dimensions, fill, false, order, limit);
    }

    private TimeRange windowsBefore(Granularity of) {
        var windows = new ZonedWindows(of, zone);
        int many = windows.starts(range, 100_000).size();
        return new TimeRange(windows.back(range.from(), many), range.from());
    }
}
