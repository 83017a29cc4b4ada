package com.nexusai.schema.aggregate;

/** Names that aggregator and query must agree on. What each metric means is in docs/metrics.md. */
public final class Metric {
    /** Number of events; its dimension is the event type. */
    public static final String EVENTS = "events";

    /** The dimension of a metric's total over all its dimensions. */
    public static final String TOTAL = "*";

    private Metric() {}
}
