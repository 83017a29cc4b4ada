package com.nexusai.aggregator.domain.metric;

import com.nexusai.schema.filter.FieldPath;
import com.nexusai.schema.filter.Filter;
import com.nexusai.schema.filter.FilterParser;
import com.nexusai.schema.filter.Parsing;
import com.nexusai.schema.metric.Measure;
import com.nexusai.schema.metric.MetricDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A definition with its texts read. Of a sound definition only, see {@code DefinitionCheck}.
 *
 * @param steps of a funnel; {@code first_seen} is a step that no event is
 * @param field what is measured, where something is
 */
record CompiledMetric(
        LiveMetric live,
        Filter filter,
        List<FieldPath> dimensions,
        @Nullable FieldPath field,
        List<Filter> steps) {

    static CompiledMetric of(MetricDefinition definition) {
        var measure = definition.measure();
        return new CompiledMetric(
                new LiveMetric(definition),
                definition.filter() == null ? Filter.ALL : filter(definition.filter()),
                definition.dimensions().stream().map(CompiledMetric::path).toList(),
                measure instanceof Measure.OfField measured ? path(measured.field()) : null,
                measure instanceof Measure.Funnel funnel
                        ? funnel.steps().stream().map(CompiledMetric::step).toList()
                        : List.of());
    }

    private static Filter step(String text) {
        return text.equals(Measure.Funnel.FIRST_SEEN) ? PlanCompiler.NO_EVENT : filter(text);
    }

    private static Filter filter(String text) {
        return parsed(FilterParser.parse(text), text);
    }

    private static FieldPath path(String text) {
        return parsed(FilterParser.parsePath(text), text);
    }

    private static <T> T parsed(Parsing<T> parsing, String text) {
        return switch (parsing) {
            case Parsing.Parsed<T> parsed -> parsed.value();
            case Parsing.Failed<T> failed ->
                throw new IllegalArgumentException("'" + text + "' at " + failed.offset() + ": " + failed.message());
        };
    }
}
