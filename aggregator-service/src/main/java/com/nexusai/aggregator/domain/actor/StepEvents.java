package com.nexusai.aggregator.domain.actor;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import java.util.Arrays;

/**
 * When an actor did steps of a funnel, in order: for each time a mask of the steps (bit k-1 for step k). To hold
 * no more than {@link #MAX} is up to its owner, after each time that is added.
 */
final class StepEvents {
    static final int MAX = 256;

    private static final long[] NO_TIMES = {};
    private static final int[] NO_MASKS = {};

    private long[] times = NO_TIMES;
    private int[] masks = NO_MASKS;
    private int size;

    int size() {
        return size;
    }

    long time(int i) {
        return times[i];
    }

    int mask(int i) {
        return masks[i];
    }

    /** The place of the first time that is not before this one. */
    int from(long time) {
        if (size == 0 || times[size - 1] < time) {
            return size;
        }
        int found = Arrays.binarySearch(times, 0, size, time);
        return found < 0 ? -found - 1 : found;
    }

    /** @return whether the steps were not known for this time */
    boolean add(long time, int mask) {
        int at = from(time);
        if (at < size && times[at] == time) {
            boolean news = (masks[at] | mask) != masks[at];
            masks[at] |= mask;
            return news;
        }
        if (size == times.length) {
            int capacity = Math.min(MAX + 1, size + Math.max(2, size / 2));
            times = Arrays.copyOf(times, capacity);
            masks = Arrays.copyOf(masks, capacity);
        }
        move(at, at + 1);
        times[at] = time;
        masks[at] = mask;
        return true;
    }

    boolean isTooMany() {
        return size > MAX;
    }

    /**
     * Drops the oldest time that lies between two others of the same day and the same steps.
     *
     * @return whether there was one
     */
    boolean thinARun() {
        for (int i = 1; i + 1 < size; i++) {
            if (isInARun(i)) {
                forget(i);
                return true;
            }
        }
        return false;
    }

    private boolean isInARun(int i) {
        return masks[i - 1] == masks[i]
                && masks[i + 1] == masks[i]
                && UtcTime.day(times[i - 1]) == UtcTime.day(times[i + 1]);
    }

    void forgetBefore(long time) {
        if (size > 0 && times[0] < time) {
            move(from(time), 0);
        }
    }

    void forgetAfter(long time) {
        size = from(time + 1);
    }

    void forget(int i) {
        move(i + 1, i);
    }

    private void move(int from, int to) {
        System.arraycopy(times, from, times, to, size - from);
        System.arraycopy(masks, from, masks, to, size - from);
        size += to - from;
    }

    void writeTo(ByteWriter writer) {
        writer.unsigned(size);
        long before = 0;
        for (int i = 0; i < size; i++) {
            writer.signed(times[i] - before).unsigned(masks[i]);
            before = times[i];
        }
    }

    static StepEvents readFrom(ByteReader reader) {
        var events = new StepEvents();
        events.size = (int) reader.unsigned();
        events.times = new long[events.size];
        events.masks = new int[events.size];
        long before = 0;
        for (int i = 0; i < events.size; i++) {
            before += reader.signed();
            events.times[i] = before;
            events.masks[i] = (int) reader.unsigned();
        }
        return events;
    }
}
