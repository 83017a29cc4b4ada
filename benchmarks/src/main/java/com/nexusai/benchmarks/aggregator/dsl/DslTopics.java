package com.nexusai.benchmarks.aggregator.dsl;

import java.util.List;

/** Where the program puts its results: a topic a metric, as one would. */
final class DslTopics {
    static final String EVENTS_MINUTE = "dsl-events-minute";
    static final String EVENTS_HOUR = "dsl-events-hour";
    static final String EVENTS_DAY = "dsl-events-day";
    static final String TOKENS_HOUR = "dsl-tokens-hour";
    static final String REVENUE_DAY = "dsl-revenue-day";
    static final String ACTIVE_DAY = "dsl-active-day";
    static final String USERS = "dsl-users";

    static final List<String> ALL =
            List.of(EVENTS_MINUTE, EVENTS_HOUR, EVENTS_DAY, TOKENS_HOUR, REVENUE_DAY, ACTIVE_DAY, USERS);

    private DslTopics() {}
}
