package com.nexusai.aggregator.sink.clickhouse;

import java.time.Duration;

/** What has a retention of its own. */
public enum Kept {
    EVENTS(90),
    AGGREGATES(365),
    SESSIONS(365),
    DECISIONS(365),
    ALERTS(365),
    AUDIT(2555),
    DEAD_LETTERS(90);

    private final Duration usual;

    Kept(int days) {
        this.usual = Duration.ofDays(days);
    }

    int usualDays() {
        return (int) usual.toDays();
    }
}
