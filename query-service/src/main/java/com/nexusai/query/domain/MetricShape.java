package com.nexusai.query.domain;

import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.metric.MetricDefinition;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a metric's cells are like.
 *
 * @param figures what can be read from a cell, the usual one first
 * @param dimensions what it is broken down by, as paths or as words such as {@code step}
 * @param total whether there is a total over its dimensions
 * @param granularities of its cells
 * @param additive whether windows, and dimensions, may be added up
 * @param ofEvents what makes the same figure from single events; null where nothing does
 * @param unit what a value of the histogram is divided by
 */
public record MetricShape(
        String name,
        boolean builtIn,
        List<As> figures,
        List<String> dimensions,
        boolean total,
        Set<Granularity> granularities,
        boolean additive,
        @Nullable MetricDefinition ofEvents,
        double unit) {
    public MetricShape {
        figures = List.copyOf(figures);
        dimensions = List.copyOf(dimensions);
        granularities = Set.copyOf(granularities);
    }

    public As usual() {
        return figures.getFirst();
    }
}
