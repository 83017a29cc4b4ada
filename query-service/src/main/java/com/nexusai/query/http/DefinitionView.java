package com.nexusai.query.http;

import com.nexusai.query.domain.Meta;
import com.nexusai.schema.metric.Fault;
import com.nexusai.schema.metric.Measure;
import com.nexusai.schema.metric.MetricDefinition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A metric as its tenant sees it. */
record DefinitionView(
        String name,
        @Nullable String description,
        @Nullable String filter,
        Measure measure,
        List<String> dimensions,
        int maxDimensionValues,
        boolean total,
        boolean enabled,
        long revision,
        Instant createdAt,
        @Nullable String updatedBy) {

    static DefinitionView of(MetricDefinition definition) {
        return new DefinitionView(
                definition.name(),
                definition.description(),
                definition.filter(),
                definition.measure(),
                definition.dimensions(),
                definition.maxDimensionValues(),
                definition.total(),
                definition.enabled(),
                definition.revision(),
                definition.createdAt(),
                definition.updatedBy());
    }

    record All(List<DefinitionView> definitions) {}

    /** One value of the metric's dimensions. */
    record Part(String dimension, long count, @Nullable Double value) {}

    /**
     * What the metric would have made of events of the past; nothing of that where it is not sound.
     *
     * @param matched events that pass the filter
     * @param of all events of the range
     */
    record Preview(
            boolean sound,
            List<Fault> faults,
            @Nullable Long matched,
            @Nullable Long of,
            @Nullable Double value,
            @Nullable List<Part> groups,
            @Nullable List<EventView> examples,
            @Nullable Meta meta) {

        static Preview faulty(List<Fault> faults) {
            return new Preview(false, faults, null, null, null, null, null, null);
        }
    }
}
