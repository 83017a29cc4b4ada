package com.nexusai.aggregator.sink.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows in ClickHouse's row-binary form, back to back. The client's own writer takes each value by its column's name and
 * as an object, makes text of JSON that is bytes already, and lets an instant that the column cannot hold wrap around.
 */
final class RowBuffer {
    private static final Instant SECONDS_END = Instant.ofEpochSecond(0xFFFF_FFFFL);
    private static final LocalDate DATE_END = LocalDate.ofEpochDay(0xFFFF);
    private static final int DECIMAL_SCALE = 9;
    private static final BigDecimal DECIMAL_END = BigDecimal.TEN.pow(38 - DECIMAL_SCALE);

    private byte[] bytes = new byte[1 << 16];
    private int size;

    int size() {
        return size;
    }

    /** Forgets what was written after this point. */
    void cutTo(int end) {
        size = end;
    }

    void copy(int from, int to, OutputStream out) throws IOException {
        out.write(bytes, from, to - from);
    }

    void string(@Nullable String text) {
        string(text == null ? new byte[0] : text.getBytes(UTF_8));
    }

    void string(byte @Nullable [] utf8) {
        if (utf8 == null) {
            length(0);
            return;
        }
        length(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    /** The number of elements of an array or a map, or of bytes of a string. */
    void length(int value) {
        room(5);
        int rest = value;
        while (rest >= 0x80) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void int8(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void bool(boolean value) {
        int8(value ? 1 : 0);
    }

    void int32(int value) {
        little(value, Integer.BYTES);
    }

    void int64(long value) {
        little(value, Long.BYTES);
    }

    void float64(double value) {
        int64(Double.doubleToRawLongBits(value));
    }

    /** For DateTime64(3). Its functions wrap outside of what a DateTime can hold, so that is the limit here too. */
    void millis(Instant instant) {
        int64(within(instant).toEpochMilli());
    }

    /** For DateTime. */
    void seconds(Instant instant) {
        little(within(instant).getEpochSecond(), Integer.BYTES);
    }

    /** For Date; what is later than a Date can be is as late as it can be. */
    void date(LocalDate date) {
        little(date.isAfter(DATE_END) ? DATE_END.toEpochDay() : date.toEpochDay(), Short.BYTES);
    }

    /** For Nullable(Decimal(38, 9)). */
    void decimal(@Nullable BigDecimal value) {
        bool(value == null);
        if (value != null) {
            var unscaled = exact(value).unscaledValue();
            long low = unscaled.longValue();
            int64(low);
            int64(unscaled.shiftRight(Long.SIZE).longValue());
        }
    }

    private static BigDecimal exact(BigDecimal value) {
        if (value.abs().compareTo(DECIMAL_END) >= 0) {
            throw new Unfit(value + " has more than 29 digits before the point");
        }
        try {
            return value.setScale(DECIMAL_SCALE, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException finer) {
            throw new Unfit(value + " has more than 9 decimals");
        }
    }

    private static Instant within(Instant instant) {
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(SECONDS_END)) {
            throw new Unfit(instant + " is not between " + Instant.EPOCH + " and " + SECONDS_END);
        }
        return instant;
    }

    private void little(long value, int width) {
        room(width);
        long rest = value;
        for (int i = 0; i < width; i++) {
            bytes[size++] = (byte) rest;
            rest >>= Byte.SIZE;
        }
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length + (bytes.length >> 1), Math.addExact(size, more)));
        }
    }

    /** All of it, for tests and benchmarks. */
    byte[] toByteArray() {
        var out = new ByteArrayOutputStream(size);
        out.write(bytes, 0, size);
        return out.toByteArray();
    }
}
