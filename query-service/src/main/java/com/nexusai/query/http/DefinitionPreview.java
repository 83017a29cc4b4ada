package com.nexusai.query.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.EventMeasure;
import com.nexusai.query.domain.EventQuestion;
import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.MetricShapes;
import com.nexusai.query.domain.Order;
import com.nexusai.query.domain.Tally;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.query.store.Archive;
import com.nexusai.query.store.History;
import com.nexusai.schema.filter.FieldPath;
import com.nexusai.schema.filter.FilterParser;
import com.nexusai.schema.filter.Parsing;
import com.nexusai.schema.metric.Measure;
import com.nexusai.schema.metric.MetricDefinition;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a sound definition would have counted. */
final class DefinitionPreview {
    private static final int GROUPS = 20;
    private static final int EXAMPLES = 5;
    private static final String ALL = "*";

    private final Archive archive;
    private final History history;

    DefinitionPreview(Archive archive, History history) {
        this.archive = archive;
        this.history = history;
    }

    DefinitionView.Preview of(MetricDefinition definition, TimeRange range, Meta meta) {
        var tenant = definition.tenantId();
        var matching = new EventQuestion(
                tenant,
                range,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(QuestionDraft.filter(definition.filter())));
        var all = new EventQuestion(tenant, range, Optional.empty(), Optional.empty(), Optional.empty());
        var examples = history.events(matching, Optional.empty(), EXAMPLES).events().stream()
                .map(EventView::of)
                .toList();
        boolean single = !(definition.measure() instanceof Measure.Funnel);
        return new DefinitionView.Preview(
                true,
                List.of(),
                history.counts(matching).total(),
                history.counts(all).total(),
                single ? whole(definition, range) : null,
                single ? groups(definition, range) : null,
                examples,
                meta);
    }

    private @Nullable Double whole(MetricDefinition definition, TimeRange range) {
        var totals = archive.groups(measure(definition, range, List.of())).totals();
        return totals.containsKey(ALL) ? value(definition, totals.getOrDefault(ALL, Tally.NOTHING)) : null;
    }

    private List<DefinitionView.Part> groups(MetricDefinition definition, TimeRange range) {
        if (definition.dimensions().isEmpty()) {
            return List.of();
        }
        var paths =
                definition.dimensions().stream().map(DefinitionPreview::path).toList();
        return archive.groups(measure(definition, range, paths)).totals().entrySet().stream()
                .sorted(Map.Entry.comparingByValue((one, other) -> Long.compare(other.count(), one.count())))
                .map(group -> new DefinitionView.Part(
                        group.getKey(), group.getValue().count(), value(definition, group.getValue())))
                .toList();
    }

    private static EventMeasure measure(MetricDefinition definition, TimeRange range, List<FieldPath> breakdown) {
        return new EventMeasure(
                definition.tenantId(),
                definition,
                MetricShapes.of(definition).usual(),
                range,
                ZoneId.of("UTC"),
                null,
                null,
                breakdown,
                null,
                Order.LARGEST_FIRST,
                GROUPS);
    }

    private static @Nullable Double value(MetricDefinition definition, Tally tally) {
        return tally.value(MetricShapes.of(definition).usual(), 1);
    }

    private static FieldPath path(String text) {
        return switch (FilterParser.parsePath(text)) {
            case Parsing.Parsed<FieldPath> parsed -> parsed.value();
            case Parsing.Failed<FieldPath> failed -> throw Problem.invalid("dimensions", failed.message());
        };
    }
}
