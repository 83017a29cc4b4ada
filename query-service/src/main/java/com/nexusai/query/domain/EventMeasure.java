package com.nexusai.query.domain;

import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.filter.FieldPath;
import com.nexusai.schema.filter.Filter;
import com.nexusai.schema.metric.MetricDefinition;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be made of single events.
 *
 * @param granularity of its windows; null for the whole range
 * @param filter beside the one of the definition
 * @param groups only these; null for those that come first
 */
public record EventMeasure(
        String tenantId,
        MetricDefinition definition,
        As as,
        TimeRange range,
        ZoneId zone,
        @Nullable Granularity granularity,
        @Nullable Filter filter,
        List<FieldPath> breakdown,
        @Nullable Set<String> groups,
        Order order,
        int limit) {

    public static EventMeasure totals(String tenantId, Question question, Plan.OfEvents plan, As as) {
        return new EventMeasure(
                tenantId,
                plan.definition(),
                as,
                question.range(),
                question.zone(),
                null,
                question.filter(),
                plan.breakdown(),
                null,
                question.order(),
                question.limit());
    }

    public EventMeasure of(Set<String> some) {
        return new EventMeasure(
                tenantId,
                definition,
                as,
                range,
                zone,
                granularity,
                filter,
                breakdown,
                some,
                order,
                Math.max(1, some.size()));
    }

    public EventMeasure by(@Nullable Granularity windows) {
        return new EventMeasure(
                tenantId, definition, as, range, zone, windows, filter, breakdown, groups, order, limit);
    }
}
