package com.nexusai.systemtests.metrics;

import java.time.Instant;

/** Which figure: that of one metric, for one dimension, in one window. */
record CellId(String tenant, String metric, String granularity, String dimension, Instant start) {
    @Override
    public String toString() {
        return tenant + " " + metric + " " + granularity + " " + start + " '" + dimension + "'";
    }
}
