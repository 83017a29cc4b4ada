package com.nexusai.query.domain;

import com.nexusai.schema.filter.Filter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many people went through these steps.
 *
 * @param window how long after the first step the others may come
 * @param range in which the first step lies
 * @param filter which events are looked at; null for all
 */
public record FunnelQuestion(
        String tenantId,
        List<Filter> steps,
        Duration window,
        TimeRange range,
        @Nullable Filter filter) {
    public FunnelQuestion {
        steps = List.copyOf(steps);
    }
}
