package com.nexusai.aggregator.domain.actor;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import com.nexusai.schema.aggregate.Granularity;
import org.jspecify.annotations.Nullable;

/** What was said of an actor who entered a funnel on a day. */
final class FunnelEntry {
    private static final String[] STEPS = steps();

    private final long day;
    private final long[] times;

    /** @param times when it took each step that it reached; the first is when it entered */
    FunnelEntry(long day, long[] times) {
        this.day = day;
        this.times = times;
    }

    long day() {
        return day;
    }

    /** Not to be changed. */
    long[] times() {
        return times;
    }

    int level() {
        return times.length;
    }

    /** Says what is different from what was said before. Either may be missing. */
    static void emitChange(@Nullable FunnelEntry before, @Nullable FunnelEntry after, FunnelShape shape, Changes out) {
        if (before != null && after != null && before.day == after.day) {
            for (int k = 1; k <= Math.max(before.level(), after.level()); k++) {
                if (before.timeTo(k) != after.timeTo(k)) {
                    before.emit(k, -1, shape, out, k > after.level());
                    after.emit(k, 1, shape, out, k > before.level());
                }
            }
            return;
        }
        emitAll(before, -1, shape, out);
        emitAll(after, 1, shape, out);
    }

    private static void emitAll(@Nullable FunnelEntry entry, int sign, FunnelShape shape, Changes out) {
        for (int k = 1; entry != null && k <= entry.level(); k++) {
            entry.emit(k, sign, shape, out, true);
        }
    }

    /** Since the step before it; 0 for the first, and less than that where the step was not reached. */
    private long timeTo(int k) {
        if (k > level()) {
            return -1;
        }
        return k == 1 ? 0 : times[k - 1] - times[k - 2];
    }

    private void emit(int k, int sign, FunnelShape shape, Changes out, boolean counts) {
        if (k > level()) {
            return;
        }
        long start = day * UtcTime.DAY_MINUTES;
        if (counts) {
            out.count(shape.countMetric(), Granularity.DAY, STEPS[k], start, sign);
        }
        if (k > 1) {
            out.duration(shape.timeMetric(), Granularity.DAY, STEPS[k], start, timeTo(k), sign);
        }
    }

    private static String[] steps() {
        var steps = new String[FunnelShape.MAX_STEPS + 1];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = Integer.toString(k);
        }
        return steps;
    }

    void writeTo(ByteWriter writer) {
        writer.signed(day).unsigned(times.length);
        long before = day * UtcTime.DAY_MILLIS;
        for (long time : times) {
            writer.unsigned(time - before);
            before = time;
        }
    }

    static FunnelEntry readFrom(ByteReader reader) {
        long day = reader.signed();
        var times = new long[(int) reader.unsigned()];
        long before = day * UtcTime.DAY_MILLIS;
        for (int i = 0; i < times.length; i++) {
            before += reader.unsigned();
            times[i] = before;
        }
        return new FunnelEntry(day, times);
    }
}
