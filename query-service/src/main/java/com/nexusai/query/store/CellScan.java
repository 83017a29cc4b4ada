package com.nexusai.query.store;

import com.nexusai.query.domain.Breakdown;
import com.nexusai.query.domain.Point;
import com.nexusai.query.domain.Segment;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.CellKey;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Series and breakdowns, read from the cells of one partition in the order of their keys. */
public final class CellScan {
    private final ReadOnlyKeyValueStore<String, Cell> cells;

    public CellScan(ReadOnlyKeyValueStore<String, Cell> cells) {
        this.cells = cells;
    }

    /** Points that exist, oldest first: one range scan. */
    public List<Point> series(Series series, TimeRange range) {
        var points = new ArrayList<Point>();
        // the store's range has both ends, ours only the first
        try (var found = cells.range(key(series, range.from()), key(series, range.to()))) {
            while (found.hasNext()) {
                var cell = found.next().value;
                if (range.contains(cell.start())) {
                    points.add(point(cell));
                }
            }
        }
        return points;
    }

    /** Every cell of the range, of these dimensions, or of all but the total where they are null. */
    public void each(
            String tenantId, String metric, Segment segment, @Nullable Set<String> dimensions, Consumer<Cell> found) {
        var granularity = segment.granularity();
        if (dimensions != null) {
            dimensions.forEach(
                    dimension -> each(new Series(tenantId, metric, granularity, dimension), segment.range(), found));
            return;
        }
        var prefix = Series.breakdownPrefix(tenantId, metric, granularity);
        var from = prefix;
        for (var dimension = firstSeries(from, prefix); dimension.isPresent(); dimension = firstSeries(from, prefix)) {
            var series = dimension.get();
            if (!series.dimension().equals(Metric.TOTAL)) {
                each(series, segment.range(), found);
            }
            from = afterPrefix(series.prefix());
        }
    }

    private void each(Series series, TimeRange range, Consumer<Cell> found) {
        try (var cells = this.cells.range(key(series, range.from()), key(series, range.to()))) {
            while (cells.hasNext()) {
                var cell = cells.next().value;
                if (range.contains(cell.start())) {
                    found.accept(cell);
                }
            }
        }
    }

    private static Point point(Cell cell) {
        var sum = cell.sum();
        return new Point(cell.start(), (double) cell.count(), cell.count(), sum == null ? null : sum.toPlainString());
    }

    /** Sums over the range for each dimension but the total. */
    public Breakdown breakdown(String tenantId, String metric, Granularity granularity, TimeRange range) {
        var prefix = Series.breakdownPrefix(tenantId, metric, granularity);
        var sums = new HashMap<String, Long>();
        var from = prefix;
        // one seek to each dimension's part of the range: what lies before and after it is not read
        for (var dimension = firstSeries(from, prefix); dimension.isPresent(); dimension = firstSeries(from, prefix)) {
            var series = dimension.get();
            if (!series.dimension().equals(Metric.TOTAL)) {
                var points = series(series, range);
                if (!points.isEmpty()) {
                    sums.put(
                            series.dimension(),
                            points.stream().mapToLong(Point::count).sum());
                }
            }
            from = afterPrefix(series.prefix());
        }
        return new Breakdown(sums);
    }

    /** Whether there is any cell of the metric, however old. */
    public boolean knows(String tenantId, String metric) {
        var prefix = new Series(tenantId, metric, Granularity.DAY, "").partitionKey() + '/';
        try (var found = cells.range(prefix, afterPrefix(prefix))) {
            return found.hasNext();
        }
    }

    private Optional<Series> firstSeries(String from, String prefix) {
        try (KeyValueIterator<String, Cell> found = cells.range(from, afterPrefix(prefix))) {
            return found.hasNext() ? Optional.of(seriesOf(found.next())) : Optional.empty();
        }
    }

    private static Series seriesOf(KeyValue<String, Cell> entry) {
        return CellKey.parse(entry.key).series();
    }

    private static String key(Series series, Instant start) {
        return series.at(start).text();
    }

    /** The first text after all that start with the prefix, since '0' is the byte after '/'. */
    private static String afterPrefix(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + '0';
    }
}
