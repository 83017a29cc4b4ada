package com.nexusai.schema.metric;

import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.auth.TenantId;
import com.nexusai.schema.filter.FieldPath;
import com.nexusai.schema.filter.FilterParser;
import com.nexusai.schema.filter.Parsing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says everything that is wrong with a tenant's definition, at once. */
public final class DefinitionCheck {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.]{0,63}");
    private static final int MOST_DIMENSIONS = 3;
    private static final int MOST_DIMENSION_VALUES = 10_000;
    private static final int MOST_STEPS = 10;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final Duration LONGEST_WINDOW = Duration.ofDays(30);

    private final MetricDefinition definition;
    private final List<Fault> faults = new ArrayList<>();

    private DefinitionCheck(MetricDefinition definition) {
        this.definition = definition;
    }

    /** Nothing when it is sound. */
    public static List<Fault> faults(MetricDefinition definition) {
        var check = new DefinitionCheck(definition);
        check.names();
        check.filter("filter", definition.filter());
        check.measure();
        check.dimensions();
        check.backfill();
        return List.copyOf(check.faults);
    }

    private void names() {
        if (!TenantId.isValid(definition.tenantId())) {
            fault("tenantId", TenantId.RULE);
        }
        var name = definition.name();
        boolean funnel = definition.measure() instanceof Measure.Funnel;
        if (!NAME.matcher(name).matches()) {
            fault("name", "must be 1 to 64 lower-case letters, digits, '_' or '.', and start with a letter");
        } else if (BuiltInMetrics.NAMES.contains(name)) {
            fault("name", "is the name of a built-in metric");
        } else if (name.startsWith(Metric.FUNNEL_TIME)) {
            fault("name", "must not start with '" + Metric.FUNNEL_TIME + "', where the times of funnels are");
        } else if (funnel && (!name.startsWith(Metric.FUNNEL) || name.equals(Metric.FUNNEL))) {
            fault("name", "of a funnel must start with '" + Metric.FUNNEL + "', such as funnel.checkout");
        } else if (!funnel && name.startsWith(Metric.FUNNEL)) {
            fault("name", "must not start with '" + Metric.FUNNEL + "' unless the metric is a funnel");
        }
        var description = definition.description();
        if (description != null && description.length() > LONGEST_DESCRIPTION) {
            fault("description", "must have at most " + LONGEST_DESCRIPTION + " characters");
        }
    }

    private void filter(String field, @Nullable String text) {
        if (text != null && FilterParser.parse(text) instanceof Parsing.Failed<?> failed) {
            faults.add(new Fault(field, failed.message(), failed.offset()));
        }
    }

    private void measure() {
        switch (definition.measure()) {
            case Measure.Count count -> {}
            case Measure.Distinct distinct -> path("measure.field", distinct.field());
            case Measure.OfField measured -> numericPath(measured.field());
            case Measure.Funnel funnel -> funnel(funnel);
        }
    }

    private void numericPath(String text) {
        var path = path("measure.field", text);
        if (path != null && !path.inJson()) {
            fault("measure.field", "must be a number's place, below 'properties.' or 'context.'");
        }
    }

    private void funnel(Measure.Funnel funnel) {
        var steps = funnel.steps();
        if (steps.size() < 2 || steps.size() > MOST_STEPS) {
            fault("measure.steps", "must be 2 to " + MOST_STEPS + " steps, not " + steps.size());
        }
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0 || !funnel.startsWhenFirstSeen()) {
                filter("measure.steps[" + i + "]", steps.get(i));
            }
        }
        if (!funnel.window().isPositive() || funnel.window().compareTo(LONGEST_WINDOW) > 0) {
            fault("measure.window", "must be more than nothing and at most 30 days, such as P7D or PT12H");
        }
        if (!definition.dimensions().isEmpty()) {
            fault("dimensions", "must be left out: the dimension of a funnel is its step");
        }
    }

    private void dimensions() {
        var dimensions = definition.dimensions();
        if (dimensions.size() > MOST_DIMENSIONS) {
            fault("dimensions", "must be at most " + MOST_DIMENSIONS + ", not " + dimensions.size());
        }
        var seen = new HashSet<FieldPath>();
        for (int i = 0; i < dimensions.size(); i++) {
            var field = "dimensions[" + i + "]";
            var path = path(field, dimensions.get(i));
            if (path != null && !seen.add(path)) {
                fault(field, "is there twice");
            }
        }
        int values = definition.maxDimensionValues();
        if (values < 1 || values > MOST_DIMENSION_VALUES) {
            fault("maxDimensionValues", "must be 1 to " + MOST_DIMENSION_VALUES + ", not " + values);
        }
    }

    private void backfill() {
        var from = definition.backfillFrom();
        if (from != null && from.isAfter(definition.createdAt())) {
            fault("backfillFrom", "must not be after createdAt");
        }
    }

    private @Nullable FieldPath path(String field, String text) {
        return switch (FilterParser.parsePath(text)) {
            case Parsing.Parsed<FieldPath> parsed -> parsed.value();
            case Parsing.Failed<FieldPath> failed -> {
                faults.add(new Fault(field, failed.message(), failed.offset()));
                yield null;
            }
        };
    }

    private void fault(String field, String sentence) {
        faults.add(new Fault(field, sentence));
    }
}
