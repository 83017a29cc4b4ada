package com.nexusai.benchmarks.aggregator.reference;

/** Where the Flink job puts its results, and under which keys. */
public final class FlinkResults {
    public static final String TOPIC = "flink-results";

    /** Before {@code tenant/actor}. All other keys are {@code metric/granularity/tenant/dimension/startMillis}. */
    public static final String USER = "user/";

    private FlinkResults() {}
}
