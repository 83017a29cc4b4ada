package com.nexusai.aggregator.sink.clickhouse;

import java.time.Duration;

/** What has a retention of its own. */
public enum Kept {
    EVENTS("RETENTION_EVENTS_DAYS", 90),
    AGGREGATES("RETENTION_AGGREGATES_DAYS", 365),
    SESSIONS("RETENTION_SESSIONS_DAYS", 365),
    DECISIONS("RETENTION_DECISIONS_DAYS", 365),
    ALERTS("RETENTION_ALERTS_DAYS", 365),
    AUDIT("RETENTION_AUDIT_DAYS", 2555),
    DEAD_LETTERS("RETENTION_DEAD_LETTERS_DAYS", 90);

    private final String setting;
    private final Duration usual;

    Kept(String setting, int days) {
        this.setting = setting;
        this.usual = Duration.ofDays(days);
    }

    String setting() {
        return setting;
    }

    int usualDays() {
        return (int) usual.toDays();
    }
}
