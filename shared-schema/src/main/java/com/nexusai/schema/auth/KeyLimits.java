package com.nexusai.schema.auth;

import org.jspecify.annotations.Nullable;

/**
 * What one key may send, where that is other than what every key may. A field that is missing is the service's default; 0
 * is no limit.
 *
 * @param requestBurst how many requests may come at once on top of the steady rate
 */
public record KeyLimits(
        @Nullable Long requestsPerSecond,
        @Nullable Long requestBurst,
        @Nullable Long eventsPerSecond,
        @Nullable Long eventBurst) {}
