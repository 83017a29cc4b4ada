package com.nexusai.query.domain;

import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.LogBuckets;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What cells hold together.
 *
 * @param figure what ClickHouse made of the events themselves, of figures that are not made of the others
 */
public record Tally(
        long count,
        @Nullable BigDecimal sum,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Map<Integer, Long> histogram,
        @Nullable Double figure) {
    public static final Tally NOTHING = new Tally(0, null, null, null, null, null);

    public static Tally of(Cell cell) {
        return new Tally(cell.count(), cell.sum(), cell.min(), cell.max(), cell.histogram(), null);
    }

    /** Of two windows, or two dimensions; not for what counts different things, which may be the same in both. */
    public Tally plus(Tally other) {
        return new Tally(
                count + other.count,
                both(sum, other.sum, BigDecimal::add),
                both(min, other.min, BigDecimal::min),
                both(max, other.max, BigDecimal::max),
                both(histogram, other.histogram, Tally::merged),
                null);
    }

    /**
     * The figure as a number; null where it is not known.
     *
     * @param unit what a value of the histogram is divided by
     */
    public @Nullable Double value(As as, double unit) {
        if (figure != null) {
            return figure;
        }
        return switch (as) {
            case COUNT -> (double) count;
            case SUM -> sum == null ? (count == 0 ? 0.0 : null) : Double.valueOf(sum.doubleValue());
            case AVG -> sum == null || count == 0 ? null : Double.valueOf(average(sum));
            case MIN -> min == null ? null : Double.valueOf(min.doubleValue());
            case MAX -> max == null ? null : Double.valueOf(max.doubleValue());
            case P50, P90, P95, P99 -> percentile(as, unit);
        };
    }

    /** The exact sum as text; null where there is none. */
    public @Nullable String exactSum() {
        return sum == null ? null : sum.stripTrailingZeros().toPlainString();
    }

    private double average(BigDecimal of) {
        return of.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64).doubleValue();
    }

    private @Nullable Double percentile(As as, double unit) {
        if (histogram == null) {
            return null;
        }
        var found = LogBuckets.quantile(histogram, as.share().orElseThrow());
        return found.isPresent() ? found.getAsDouble() / unit : null;
    }

    private static <T> @Nullable T both(@Nullable T one, @Nullable T other, BinaryOperator<T> together) {
        if (one == null) {
            return other;
        }
        return other == null ? one : together.apply(one, other);
    }

    private static Map<Integer, Long> merged(Map<Integer, Long> one, Map<Integer, Long> other) {
        var all = new TreeMap<>(one);
        other.forEach((bucket, count) -> all.merge(bucket, count, Long::sum));
        return all;
    }
}
