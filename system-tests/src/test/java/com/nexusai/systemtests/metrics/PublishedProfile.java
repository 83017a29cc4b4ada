package com.nexusai.systemtests.metrics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** A profile as it lies on {@code user-aggregates}: read by its field names alone, as a stranger would. */
record PublishedProfile(
        String tenantId,
        String actor,
        Instant firstSeen,
        Instant lastSeen,
        long events,
        Map<String, Long> eventsByType,
        long messagesSent,
        BigDecimal tokensUsed,
        long activeDays,
        long sessions,
        long sessionMillis,
        Map<String, BigDecimal> revenue,
        Map<LocalDate, Long> eventsByDay) {}
