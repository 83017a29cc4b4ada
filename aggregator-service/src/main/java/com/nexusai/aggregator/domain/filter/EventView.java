package com.nexusai.aggregator.domain.filter;

import org.jspecify.annotations.Nullable;

/** An event as filters and measures see it. {@code properties} and {@code context} are JSON objects, as bytes. */
public interface EventView {
    String tenantId();

    String type();

    /** The user, else the anonymous visitor, else nobody. */
    @Nullable
    String actor();

    @Nullable
    String userId();

    @Nullable
    String anonymousId();

    @Nullable
    String sessionId();

    String eventId();

    long timestampMillis();

    byte[] properties();

    int propertiesOffset();

    int propertiesLength();

    byte[] context();

    int contextOffset();

    int contextLength();
}
