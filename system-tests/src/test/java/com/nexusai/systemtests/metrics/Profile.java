package com.nexusai.systemtests.metrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What SQL knows of one actor; times are epoch milliseconds. */
record Profile(
        String tenant,
        String actor,
        @JsonProperty("first_seen") long firstSeen,
        @JsonProperty("last_seen") long lastSeen,
        long events,
        @JsonProperty("events_by_type") Map<String, Long> eventsByType,
        @JsonProperty("messages_sent") long messagesSent,
        @JsonProperty("tokens_used") @Nullable BigDecimal tokensUsed,
        @JsonProperty("active_days") long activeDays,
        Map<String, BigDecimal> revenue,
        @JsonProperty("events_by_day") Map<LocalDate, Long> eventsByDay,
        long sessions,
        @JsonProperty("session_millis") long sessionMillis) {

    String key() {
        return tenant + "/" + actor;
    }
}
