package com.nexusai.aggregator.topology;

/** Names of the steps, as they stand in the topology's description and in its metrics. */
public final class Nodes {
    public static final String VALIDATED = "validated";
    public static final String DECISIONS = "decisions";
    public static final String FOLD = "fold";
    public static final String TO_DELTAS = "to-deltas";
    public static final String TO_PROFILES = "to-profiles";
    public static final String TO_SESSIONS = "to-sessions";
    public static final String DELTAS = "deltas";
    public static final String MERGE = "merge";
    public static final String TO_AGGREGATES = "to-aggregates";

    private Nodes() {}
}
