package com.nexusai.query.promql;

import static java.util.Locale.ROOT;

import com.nexusai.query.promql.Expression.Function;
import com.nexusai.schema.aggregate.Granularity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a selector means at each moment of a query. */
final class Samples {
    private final Windows windows;
    private final Times times;
    private final Instant now;

    Samples(Windows windows, Times times, Instant now) {
        this.windows = windows;
        this.times = times;
        this.now = now;
    }

    /** The samples of the step that ends at the moment, or of what does not add up the newest one. */
    List<Line> of(PromMetric metric, List<LabelMatcher> matchers) {
        if (!metric.adds()) {
            return newest(metric, matchers);
        }
        long step = times.isRange()
                ? times.stepMillis()
                : Spans.length(metric.finest()).toMillis();
        return added(metric, matchers, step, null);
    }

    List<Line> of(PromMetric metric, List<LabelMatcher> matchers, Function function, long rangeMillis) {
        var word = function.name().toLowerCase(ROOT);
        if (!metric.adds()) {
            throw new BadQuery(metric.name() + " does not add up over time, so there is no " + word + " of it");
        }
        if (rangeMillis < Spans.length(metric.finest()).toMillis()) {
            throw new BadQuery(metric.name() + " is counted by the "
                    + metric.finest().word() + ", and the range is shorter than that");
        }
        return added(metric, matchers, rangeMillis, function);
    }

    private List<Line> added(
            PromMetric metric, List<LabelMatcher> matchers, long rangeMillis, @Nullable Function function) {
        var spans = new Spans(times, metric.finest(), rangeMillis, function == null, now.toEpochMilli());
        if (spans.isEmpty()) {
            return List.of();
        }
        var granularity = spans.made(metric.shape().granularities());
        long length = Spans.length(granularity).toMillis();
        int many = (int) granularity.between(spans.from(), spans.to());
        var lines = new ArrayList<Line>();
        windows.read(metric, matchers, granularity, spans.from(), spans.to()).forEach((labels, found) -> {
            var sums = Sums.of(found, spans.from().toEpochMilli(), length, many);
            var values = Line.nothing(times.count());
            for (int i = 0; i < values.length; i++) {
                if (spans.samples(i) > 0) {
                    values[i] = figure(function, sums.of(spans.begin(i, length), spans.end(i, length)), spans, i);
                }
            }
            lines.add(new Line(function == null ? labels : labels.withoutName(), values));
        });
        return sorted(lines);
    }

    private static double figure(@Nullable Function function, double sum, Spans spans, int moment) {
        if (function == null) {
            return sum;
        }
        return switch (function) {
            case INCREASE, SUM_OVER_TIME -> sum;
            case RATE -> sum / spans.seconds(moment);
            case AVG_OVER_TIME -> sum / spans.samples(moment);
        };
    }

    private List<Line> newest(PromMetric metric, List<LabelMatcher> matchers) {
        var granularity = granularity(metric);
        var starts = new Instant[times.count()];
        @Nullable Instant first = null;
        @Nullable Instant last = null;
        for (int i = 0; i < starts.length; i++) {
            long moment = Moments.reached(times, i, now.toEpochMilli());
            var end = granularity.start(Instant.ofEpochMilli(Math.max(0, moment)));
            starts[i] = granularity.back(end, 1);
            if (starts[i].isBefore(Instant.EPOCH)) {
                continue;
            }
            first = first == null ? starts[i] : first;
            last = end;
        }
        if (first == null || last == null) {
            return List.of();
        }
        var lines = new ArrayList<Line>();
        windows.read(metric, matchers, granularity, first, last).forEach((labels, found) -> {
            var values = Line.nothing(times.count());
            for (int i = 0; i < values.length; i++) {
                var value = found.get(starts[i].toEpochMilli());
                boolean zero = metric.as().zeroOfNothing() && !starts[i].isBefore(Instant.EPOCH);
                if (value != null || zero) {
                    values[i] = value == null ? 0 : value;
                }
            }
            lines.add(new Line(labels, values));
        });
        return sorted(lines);
    }

    /** Its own, or the longest that fit into the step. */
    private Granularity granularity(PromMetric metric) {
        if (metric.windows() != null) {
            return metric.windows();
        }
        return Stream.of(Granularity.DAY, Granularity.HOUR)
                .filter(metric.shape().granularities()::contains)
                .filter(longer -> Spans.length(longer).toMillis() <= times.stepMillis())
                .findFirst()
                .orElse(metric.finest());
    }

    private static List<Line> sorted(List<Line> lines) {
        lines.sort(Comparator.comparing(line -> line.labels().values().toString()));
        return lines;
    }
}
