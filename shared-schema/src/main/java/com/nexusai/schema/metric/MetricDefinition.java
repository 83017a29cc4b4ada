package com.nexusai.schema.metric;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric as a tenant defines it; the built-in ones have the same form. Whether it is sound says
 * {@link DefinitionCheck}.
 *
 * @param tenantId whose metric it is; {@link BuiltInMetrics#EVERY_TENANT} for the built-in ones
 * @param filter which events count, in the language of {@code com.nexusai.schema.filter}; null for all
 * @param dimensions paths of up to three fields by whose values it is broken down
 * @param maxDimensionValues how many different values a window has at most; the rest counts as {@code (other)}
 * @param total whether there is a sum over all dimensions too
 * @param revision grows with each change
 * @param backfillFrom from when on older events are to be counted too; null for "from now on"
 */
public record MetricDefinition(
        String tenantId,
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
        @Nullable String updatedBy,
        @Nullable Instant backfillFrom) {

    public static final int DEFAULT_DIMENSION_VALUES = 1000;

    /** How many a tenant may have enabled, so that no tenant slows the others. */
    public static final int MOST_PER_TENANT = 100;

    public MetricDefinition {
        tenantId = requireNonNullElse(tenantId, "");
        name = requireNonNullElse(name, "");
        requireNonNull(measure, "measure");
        dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
        requireNonNull(createdAt, "createdAt");
    }

    /** What may be left out in JSON has its usual value. */
    @JsonCreator
    static MetricDefinition read(
            String tenantId,
            String name,
            @Nullable String description,
            @Nullable String filter,
            Measure measure,
            List<String> dimensions,
            @Nullable Integer maxDimensionValues,
            @Nullable Boolean total,
            @Nullable Boolean enabled,
            long revision,
            Instant createdAt,
            @Nullable String updatedBy,
            @Nullable Instant backfillFrom) {
        return new MetricDefinition(
                tenantId,
                name,
                description,
                filter,
                measure,
                dimensions,
                requireNonNullElse(maxDimensionValues, DEFAULT_DIMENSION_VALUES),
                requireNonNullElse(total, true),
                requireNonNullElse(enabled, true),
                revision,
                createdAt,
                updatedBy,
                backfillFrom);
    }

    /** The key on its topic. */
    public String topicKey() {
        return tenantId + "/" + name;
    }
}
