package com.nexusai.query.http;

import io.micrometer.core.instrument.MeterRegistry;

/** What is counted about answers, beside what the kit counts about requests. */
public final class QueryMeters {
    private final MeterRegistry registry;

    public QueryMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param from {@code active}, {@code standby} or {@code peer} */
    void answered(String store, String from) {
        registry.counter("query.store.answers", "store", store, "from", from).increment();
    }

    void noCopy(String store) {
        registry.counter("query.store.unavailable", "store", store).increment();
    }

    void sourceAway(String source) {
        registry.counter("query.source.failures", "source", source).increment();
    }
}
