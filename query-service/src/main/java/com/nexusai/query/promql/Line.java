package com.nexusai.query.promql;

import java.util.Arrays;

/**
 * One line of a chart: a value for each of the moments, or {@link #absent()}.
 *
 * @param values not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of numbers, seen by this package and its views alone
public record Line(Labels labels, double[] values) {
    // a number that no calculation gives, as Prometheus' own marker of staleness; NaN itself is a value
    private static final long ABSENT = 0x7ff8000000000002L;

    static double absent() {
        return Double.longBitsToDouble(ABSENT);
    }

    public static boolean isAbsent(double value) {
        return Double.doubleToRawLongBits(value) == ABSENT;
    }

    static double[] nothing(int count) {
        var values = new double[count];
        Arrays.fill(values, absent());
        return values;
    }

    boolean isEmpty() {
        return Arrays.stream(values).allMatch(Line::isAbsent);
    }
}
