package com.nexusai.aggregator.domain.actor;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import java.util.Arrays;

/**
 * A bit for the latest day and each day before it. It takes only the words that it needs: most actors are known for a
 * few days.
 */
final class DayBits {
    /** More than a year, and the whole month before the month in which that year begins. */
    static final int KEPT = 512;

    private static final long[] NONE = {};

    private long latest;
    private long[] words = NONE;

    boolean isEmpty() {
        return words.length == 0;
    }

    /** The day of the lowest bit. */
    long latest() {
        return latest;
    }

    /** Of a day that is set; the bits are not empty. */
    long earliest() {
        int last = words.length - 1;
        while (last > 0 && words[last] == 0) {
            last--;
        }
        return latest - (last * 64L + 63 - Long.numberOfLeadingZeros(words[last]));
    }

    boolean get(long day) {
        long back = latest - day;
        return back >= 0 && back < words.length * 64L && ((words[(int) (back >> 6)] >>> (back & 63)) & 1) != 0;
    }

    /** Of a day that is not after the latest and among the kept. */
    void set(long day) {
        int back = (int) (latest - day);
        if (back >> 6 >= words.length) {
            words = Arrays.copyOf(words, (back >> 6) + 1);
        }
        words[back >> 6] |= 1L << (back & 63);
    }

    /** Whether one of the days is set; the last is not among them. */
    boolean any(long from, long to) {
        long back = Math.min(latest - from, words.length * 64L - 1);
        for (long last = Math.max(0, latest - to + 1); back >= last; back--) {
            if (((words[(int) (back >> 6)] >>> (back & 63)) & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    /** How many of the last so many days are set. */
    int count(int days) {
        int count = 0;
        for (int word = 0; word < words.length && word * 64 < days; word++) {
            int rest = days - word * 64;
            count += Long.bitCount(rest < 64 ? words[word] & ((1L << rest) - 1) : words[word]);
        }
        return count;
    }

    /** Makes this day the latest, and forgets what is then too old. */
    void slideTo(long day) {
        long by = day - latest;
        if (isEmpty() || by >= KEPT) {
            words = new long[1];
        } else {
            words = shifted((int) by);
        }
        latest = day;
    }

    private long[] shifted(int by) {
        long highest = Math.min(latest - earliest() + by, KEPT - 1);
        var shifted = new long[(int) (highest >> 6) + 1];
        int whole = by >> 6;
        int bits = by & 63;
        for (int to = whole; to < shifted.length; to++) {
            int from = to - whole;
            long low = from < words.length ? words[from] << bits : 0;
            long carried = bits > 0 && from > 0 ? words[from - 1] >>> (64 - bits) : 0;
            shifted[to] = low | carried;
        }
        return shifted;
    }

    void writeTo(ByteWriter writer) {
        writer.signed(latest).unsigned(words.length);
        for (long word : words) {
            writer.unsigned(word);
        }
    }

    static DayBits readFrom(ByteReader reader) {
        var bits = new DayBits();
        bits.latest = reader.signed();
        bits.words = new long[(int) reader.unsigned()];
        for (int i = 0; i < bits.words.length; i++) {
            bits.words[i] = reader.unsigned();
        }
        return bits;
    }
}
