package com.nexusai.aggregator.domain.filter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as whole units of 10^-9, in which sums and comparisons are exact. A number has fewer than 19 digits before
 * the point; further decimals are rounded half-even.
 */
public final class Units {
    public static final int DECIMALS = 9;

    /** Says that the fast way does not apply. */
    static final long NOT_FAST = Long.MIN_VALUE;

    private static final BigInteger LIMIT = BigInteger.TEN.pow(18 + DECIMALS);
    private static final int LONGEST = 100;
    private static final int FAST_DIGITS = 9;
    private static final long ONE = 1_000_000_000L;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, ONE};

    private Units() {}

    /** A plain decimal of at most nine digits on both sides of the point; else {@link #NOT_FAST}. */
    static long fast(byte[] text, int from, int to) {
        int at = from;
        boolean negative = at < to && text[at] == '-';
        if (negative) {
            at++;
        }
        int start = at;
        long whole = 0;
        while (at < to && isDigit(text[at])) {
            whole = whole * 10 + (text[at++] - '0');
            if (at - start > FAST_DIGITS) {
                return NOT_FAST;
            }
        }
        if (at == start) {
            return NOT_FAST;
        }
        long units = whole * ONE;
        if (at < to) {
            long fraction = fraction(text, at, to);
            if (fraction == NOT_FAST) {
                return NOT_FAST;
            }
            units += fraction;
        }
        return negative ? -units : units;
    }

    /** The slow way, for what is long or has an exponent; null where it is no number for us. */
    static @Nullable BigInteger slow(byte[] text, int from, int to, boolean exponentAllowed) {
        if (to - from > LONGEST || !isNumber(text, from, to, exponentAllowed)) {
            return null;
        }
        try {
            return of(new BigDecimal(new String(text, from, to - from, StandardCharsets.US_ASCII)));
        } catch (NumberFormatException exponentOutOfReach) {
            return null;
        }
    }

    /** Null where it is too large. */
    public static @Nullable BigInteger of(BigDecimal value) {
        int digitsBeforePoint = value.precision() - value.scale();
        if (digitsBeforePoint > 18 + 1) {
            return value.signum() == 0 ? BigInteger.ZERO : null;
        }
        if (digitsBeforePoint < -DECIMALS - 1) {
            return BigInteger.ZERO;
        }
        var units = value.setScale(DECIMALS, RoundingMode.HALF_EVEN).unscaledValue();
        return units.abs().compareTo(LIMIT) < 0 ? units : null;
    }

    /** As plain text without needless zeros. */
    static String text(BigInteger units) {
        return units.signum() == 0
                ? "0"
                : new BigDecimal(units, DECIMALS).stripTrailingZeros().toPlainString();
    }

    private static long fraction(byte[] text, int point, int to) {
        int digits = to - point - 1;
        if (text[point] != '.' || digits == 0 || digits > DECIMALS) {
            return NOT_FAST;
        }
        long fraction = 0;
        for (int at = point + 1; at < to; at++) {
            if (!isDigit(text[at])) {
                return NOT_FAST;
            }
            fraction = fraction * 10 + (text[at] - '0');
        }
        return fraction * POWERS[DECIMALS - digits];
    }

    /** {@code -?digits(.digits)?}, and where allowed an exponent. */
    private static boolean isNumber(byte[] text, int from, int to, boolean exponentAllowed) {
        int at = skipDigits(text, from < to && text[from] == '-' ? from + 1 : from, to);
        if (at > from && at < to && text[at] == '.') {
            at = skipDigits(text, at + 1, to);
        }
        if (exponentAllowed && at > from && at < to && (text[at] | 0x20) == 'e') {
            boolean signed = at + 1 < to && (text[at + 1] == '-' || text[at + 1] == '+');
            at = skipDigits(text, at + (signed ? 2 : 1), to);
        }
        return at == to;
    }

    /** Past one digit at least; -1 where there is none. */
    private static int skipDigits(byte[] text, int from, int to) {
        int at = from;
        while (at < to && isDigit(text[at])) {
            at++;
        }
        return at > from ? at : -1;
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }
}
