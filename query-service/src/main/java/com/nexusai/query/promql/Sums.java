package com.nexusai.query.promql;

import java.util.Map;

/** Sums of neighbouring windows, exact wherever doubles are. */
final class Sums {
    private static final double LARGEST_WHOLE = 1L << 53;

    private final double[] values;
    private final double[] running;
    private final boolean whole;

    private Sums(double[] values) {
        this.values = values;
        running = new double[values.length + 1];
        boolean allWhole = true;
        for (int i = 0; i < values.length; i++) {
            running[i + 1] = running[i] + values[i];
            allWhole &= values[i] == Math.rint(values[i]) && Math.abs(running[i + 1]) < LARGEST_WHOLE;
        }
        whole = allWhole;
    }

    static Sums of(Map<Long, Double> byStart, long fromMillis, long windowMillis, int windows) {
        var values = new double[windows];
        byStart.forEach((start, value) -> values[(int) ((start - fromMillis) / windowMillis)] = value);
        return new Sums(values);
    }

    double of(int begin, int end) {
        if (whole) {
            return running[end] - running[begin];
        }
        // a difference of running sums would leave the dust of everything before
        double sum = 0;
        for (int i = begin; i < end; i++) {
            sum += values[i];
        }
        return sum;
    }
}
