package com.nexusai.query.http;

import static java.util.Objects.requireNonNullElse;

import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.metric.DefinitionCheck;
import com.nexusai.schema.metric.Fault;
import com.nexusai.schema.metric.Measure;
import com.nexusai.schema.metric.MetricDefinition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric as somebody wants it.
 *
 * @param name of a preview; a change has it in its path
 * @param revision the one that was read; 0 or nothing for a metric that is new
 * @param from of a preview: since when events are looked at; the last day where it is left out
 */
record DefinitionDraft(
        @Nullable String name,
        @Nullable String description,
        @Nullable String filter,
        @Nullable Measure measure,
        @Nullable List<String> dimensions,
        @Nullable Integer maxDimensionValues,
        @Nullable Boolean total,
        @Nullable Boolean enabled,
        long revision,
        @Nullable String from,
        @Nullable String to) {

    MetricDefinition definition(String tenantId, String called, Instant createdAt, @Nullable String by) {
        if (measure == null) {
            throw Problem.invalid("measure", "is missing, such as {\"kind\": \"count\"}.");
        }
        return new MetricDefinition(
                tenantId,
                called,
                description,
                filter,
                measure,
                dimensions == null ? List.of() : dimensions,
                requireNonNullElse(maxDimensionValues, MetricDefinition.DEFAULT_DIMENSION_VALUES),
                requireNonNullElse(total, true),
                requireNonNullElse(enabled, true),
                revision + 1,
                createdAt,
                by,
                null);
    }

    /** @throws Problem naming the first fault, and all of them in {@code faults} */
    static void refuseFaulty(MetricDefinition definition) {
        var faults = DefinitionCheck.faults(definition);
        if (!faults.isEmpty()) {
            Fault first = faults.getFirst();
            throw Problem.invalid(first.field(), first.field() + " " + first.sentence() + ".")
                    .with("faults", faults);
        }
    }
}
