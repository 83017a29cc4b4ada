package com.nexusai.kit.streams;

/** What a topology promises about its results. */
public enum Guarantee {
    /** Reads committed records and writes results, state and offsets in one transaction. */
    EXACTLY_ONCE("exactly_once_v2"),

    /** For topologies that only keep what they read: reads committed records, and may read one twice. */
    AT_LEAST_ONCE("at_least_once");

    private final String setting;

    Guarantee(String setting) {
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
