package com.nexusai.aggregator.measure;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.CellKey;
import com.nexusai.schema.aggregate.LogBuckets;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a cell holds: a count, and beside it what else its metric measures. A difference and a total have the same form,
 * and adding one to the other is all that the merge does.
 */
public final class Amount {
    private static final long MILLI_UNITS = 1_000_000;

    private static final int SUM = 1;
    private static final int MIN = 2;
    private static final int MAX = 4;
    private static final int HISTOGRAM = 8;
    private static final int RANKING = 16;
    private static final int DISTINCT = 32;

    private long count;
    private @Nullable ExactSum sum;
    private @Nullable BigInteger min;
    private @Nullable BigInteger max;
    private @Nullable Histogram histogram;
    private @Nullable Ranking ranking;
    private @Nullable Distinct distinct;

    public void count(long more) {
        count += more;
    }

    /** Counts a value and adds it to the sum. */
    public void sum(BigInteger units) {
        count++;
        sums().plus(units);
    }

    public void sum(long units) {
        count++;
        sums().plus(units);
    }

    public void smallest(BigInteger units) {
        count++;
        min = min == null ? units : min.min(units);
    }

    public void largest(BigInteger units) {
        count++;
        max = max == null ? units : max.max(units);
    }

    /** Counts a value for quantiles. */
    public void spread(BigInteger units) {
        count++;
        histogram().plus(LogBuckets.of(ExactSum.decimal(units).doubleValue()), 1);
    }

    /** Adds a duration or takes it away: number, sum in seconds, histogram of milliseconds. */
    public void duration(long millis, int sign) {
        count += sign;
        sums().plus(sign * millis * MILLI_UNITS);
        histogram().plus(LogBuckets.of((double) millis), sign);
    }

    public void different(String value) {
        if (distinct == null) {
            distinct = new Distinct();
        }
        distinct.add(value);
    }

    public void rank(String name, long total) {
        if (ranking == null) {
            ranking = new Ranking();
        }
        ranking.offer(name, total);
    }

    public Amount plus(Amount other) {
        count += other.count;
        if (other.sum != null) {
            sums().plus(other.sum);
        }
        if (other.min != null) {
            min = min == null ? other.min : min.min(other.min);
        }
        if (other.max != null) {
            max = max == null ? other.max : max.max(other.max);
        }
        if (other.histogram != null) {
            histogram().plus(other.histogram);
        }
        if (other.ranking != null) {
            ranking = ranking == null ? new Ranking() : ranking;
            ranking.offer(other.ranking);
        }
        if (other.distinct != null) {
            distinct = distinct == null ? new Distinct() : distinct;
            distinct.join(other.distinct);
        }
        return this;
    }

    public Cell cell(CellKey key, long revision, Instant updatedAt) {
        var series = key.series();
        return new Cell(
                series.tenantId(),
                series.metric(),
                series.granularity(),
                series.dimension(),
                key.start(),
                visibleCount(),
                sum == null ? null : sum.decimal(),
                min == null ? null : ExactSum.decimal(min),
                max == null ? null : ExactSum.decimal(max),
                distinct == null ? null : Base64.getEncoder().encodeToString(distinct.toBytes()),
                histogram == null ? null : histogram.buckets(),
                ranking == null ? null : ranking.list(),
                revision,
                updatedAt);
    }

    public void writeTo(ByteWriter out) {
        out.octet(parts()).signed(count);
        if (sum != null) {
            sum.writeTo(out);
        }
        if (min != null) {
            out.block(min.toByteArray());
        }
        if (max != null) {
            out.block(max.toByteArray());
        }
        if (histogram != null) {
            histogram.writeTo(out);
        }
        if (ranking != null) {
            ranking.writeTo(out);
        }
        if (distinct != null) {
            out.block(distinct.toBytes());
        }
    }

    public static Amount readFrom(ByteReader in) {
        var amount = new Amount();
        int parts = in.octet();
        amount.count = in.signed();
        amount.sum = (parts & SUM) == 0 ? null : ExactSum.readFrom(in);
        amount.min = (parts & MIN) == 0 ? null : new BigInteger(in.block());
        amount.max = (parts & MAX) == 0 ? null : new BigInteger(in.block());
        amount.histogram = (parts & HISTOGRAM) == 0 ? null : Histogram.readFrom(in);
        amount.ranking = (parts & RANKING) == 0 ? null : Ranking.readFrom(in);
        amount.distinct = (parts & DISTINCT) == 0 ? null : Distinct.fromBytes(in.block());
        return amount;
    }

    private long visibleCount() {
        if (distinct != null) {
            return distinct.estimate();
        }
        return ranking == null ? count : ranking.size();
    }

    private int parts() {
        return (sum == null ? 0 : SUM)
                | (min == null ? 0 : MIN)
                | (max == null ? 0 : MAX)
                | (histogram == null ? 0 : HISTOGRAM)
                | (ranking == null ? 0 : RANKING)
                | (distinct == null ? 0 : DISTINCT);
    }

    private ExactSum sums() {
        if (sum == null) {
            sum = new ExactSum();
        }
        return sum;
    }

    private Histogram histogram() {
        if (histogram == null) {
            histogram = new Histogram();
        }
        return histogram;
    }
}
