package com.nexusai.aggregator.domain.metric;

import com.nexusai.schema.metric.BuiltInMetrics;
import com.nexusai.schema.metric.Measure;
import com.nexusai.schema.metric.MetricDefinition;

/** A metric that is being counted. One object per definition and revision, so it may be compared by identity. */
public final class LiveMetric {
    private final MetricDefinition definition;
    private final MeasureKind kind;
    private final boolean builtIn;

    LiveMetric(MetricDefinition definition) {
        this.definition = definition;
        this.kind = MeasureKind.of(definition.measure());
        this.builtIn = definition.tenantId().equals(BuiltInMetrics.EVERY_TENANT);
    }

    public String name() {
        return definition.name();
    }

    public MeasureKind kind() {
        return kind;
    }

    /** How many dimensions it is broken down by; with none its only dimension text is {@code *}. */
    public int dimensions() {
        return definition.dimensions().size();
    }

    /** Whether what counts in a dimension counts in {@code *} too. */
    public boolean total() {
        return definition.total();
    }

    public int maxDimensionValues() {
        return definition.maxDimensionValues();
    }

    /** Whether it is a funnel whose first step is the actor's earliest event. */
    public boolean startsWhenFirstSeen() {
        return definition.measure() instanceof Measure.Funnel funnel && funnel.startsWhenFirstSeen();
    }

    /** Whether every tenant has it. */
    public boolean builtIn() {
        return builtIn;
    }

    public MetricDefinition definition() {
        return definition;
    }

    @Override
    public String toString() {
        return definition.topicKey();
    }
}
