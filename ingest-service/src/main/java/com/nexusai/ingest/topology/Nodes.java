package com.nexusai.ingest.topology;

/** Names of the steps, as they stand in the topology's description and in its metrics. */
public final class Nodes {
    public static final String DOOR = "door";
    public static final String ADMIT = "admit";
    public static final String PLACE = "place";
    public static final String REKEYED = "rekeyed";
    public static final String DEDUPE = "dedupe";
    public static final String ENRICH = "enrich";
    public static final String PSEUDONYMISE = "pseudonymise";
    public static final String TO_REJECTED = "to-rejected";
    public static final String TO_REKEYED = "to-rekeyed";
    public static final String TO_VALIDATED = "to-validated";

    private Nodes() {}
}
