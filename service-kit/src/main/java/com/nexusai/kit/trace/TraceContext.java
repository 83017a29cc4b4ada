package com.nexusai.kit.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * W3C trace context: which trace this work belongs to, and which step of it this is.
 *
 * @param traceId 32 lower-case hex digits, not all zero
 * @param spanId 16 lower-case hex digits, not all zero
 */
public record TraceContext(String traceId, String spanId, boolean sampled) {
    public static final String HEADER = "traceparent";

    private static final int LENGTH = 55;

    /** The start of a new trace. */
    public static TraceContext fresh() {
        return new TraceContext(hex(nonZero()) + hex(nonZero()), hex(nonZero()), true);
    }

    /** Reads a {@code traceparent}; empty when it is not a valid one. Later versions may have more at the end. */
    public static Optional<TraceContext> parse(@Nullable String header) {
        if (header == null || header.length() < LENGTH || !separated(header)) {
            return Optional.empty();
        }
        var version = header.substring(0, 2);
        var traceId = header.substring(3, 35);
        var spanId = header.substring(36, 52);
        var flags = header.substring(53, LENGTH);
        var valid = isHex(version) && isHex(traceId) && isHex(spanId) && isHex(flags);
        if (!valid || isZero(traceId) || isZero(spanId) || !lengthFits(version, header)) {
            return Optional.empty();
        }
        return Optional.of(new TraceContext(traceId, spanId, (HexFormat.fromHexDigits(flags) & 1) == 1));
    }

    /** The trace that the header names, in a step of our own; a new trace when it names none. */
    public static TraceContext continued(@Nullable String header) {
        return parse(header).map(TraceContext::child).orElseGet(TraceContext::fresh);
    }

    public TraceContext child() {
        return new TraceContext(traceId, hex(nonZero()), sampled);
    }

    /** As the header says it. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    private static boolean separated(String header) {
        return header.charAt(2) == '-' && header.charAt(35) == '-' && header.charAt(52) == '-';
    }

    private static boolean lengthFits(String version, String header) {
        return switch (version) {
            case "ff" -> false;
            case "00" -> header.length() == LENGTH;
            default -> header.length() == LENGTH || header.charAt(LENGTH) == '-';
        };
    }

    private static boolean isHex(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private static boolean isZero(String text) {
        return text.chars().allMatch(c -> c == '0');
    }

    private static long nonZero() {
        var random = ThreadLocalRandom.current();
        var number = random.nextLong();
        while (number == 0) {
            number = random.nextLong();
        }
        return number;
    }

    private static String hex(long number) {
        return HexFormat.of().toHexDigits(number);
    }
}
