package com.nexusai.aggregator.domain.actor;

import com.nexusai.schema.aggregate.Granularity;
import java.util.Map;
import java.util.TreeMap;

/** Adds up all changes, as the tenant's cells would. What came to nothing is not there. */
final class Ledger implements Changes {
    final Map<String, Long> cells = new TreeMap<>();
    int calls;

    @Override
    public void count(String metric, Granularity granularity, String dimension, long startMinute, long more) {
        calls++;
        if (startMinute != granularity.startMinute(startMinute)) {
            throw new IllegalArgumentException(startMinute + " is not the start of a " + granularity);
        }
        add(metric + " " + granularity.word() + " " + dimension + " " + startMinute, more);
    }

    /** Durations are told apart, so that one cannot be taken back in the place of another. */
    @Override
    public void duration(
            String metric, Granularity granularity, String dimension, long startMinute, long millis, int sign) {
        count(metric, granularity, dimension + " " + millis + "ms", startMinute, sign);
    }

    private void add(String cell, long more) {
        cells.merge(cell, more, (had, added) -> had + added == 0 ? null : had + added);
    }
}
