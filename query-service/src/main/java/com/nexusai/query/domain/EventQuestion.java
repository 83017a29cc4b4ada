package com.nexusai.query.domain;

import com.nexusai.schema.filter.Filter;
import java.util.Optional;

/** Which of a tenant's events are meant. */
public record EventQuestion(
        String tenantId, TimeRange range, Optional<String> type, Optional<String> userId, Optional<Filter> filter) {

    /** The same about another time. */
    public EventQuestion in(TimeRange other) {
        return new EventQuestion(tenantId, other, type, userId, filter);
    }
}
