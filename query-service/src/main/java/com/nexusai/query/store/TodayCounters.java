package com.nexusai.query.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** The day's counters, kept apart from the stores for whoever needs them fast. */
public interface TodayCounters {

    /** Of a type that has no counter there is no entry. */
    record Counts(long total, Map<String, Long> byType) {
        public Counts {
            byType = Map.copyOf(byType);
        }
    }

    /** @throws SourceAway if they cannot be read now */
    Counts read(String tenantId, LocalDate date, Collection<String> types);
}
