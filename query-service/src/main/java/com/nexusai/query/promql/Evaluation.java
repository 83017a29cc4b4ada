package com.nexusai.query.promql;

import com.nexusai.query.domain.Meta;
import com.nexusai.query.promql.Expression.Selector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Answers one query. */
public final class Evaluation {
    private static final int MOST_READS = 20;

    private final PromCatalogue catalogue;
    private final Windows windows;
    private final Samples samples;
    private final Times times;
    private final List<String> warnings = new ArrayList<>();
    private int reads;

    public Evaluation(PromCatalogue catalogue, Asking asking, Times times, Instant now) {
        this.catalogue = catalogue;
        this.times = times;
        windows = new Windows(asking, times.count());
        samples = new Samples(windows, times, now);
    }

    /** @throws BadQuery if it cannot be answered */
    public Value of(Expression expression) {
        return switch (expression) {
            case Expression.Literal(var number) -> {
                var values = new double[times.count()];
                Arrays.fill(values, number);
                yield new Value.Scalar(values);
            }
            case Selector selector -> read(selector, metric -> samples.of(metric, selector.matchers()));
            case Expression.OverTime(var function, var selector, var range) ->
                Calculation.named(read(selector, metric -> samples.of(metric, selector.matchers(), function, range))
                        .lines());
            case Expression.Aggregate aggregate -> {
                if (!(of(aggregate.of()) instanceof Value.Vector(var lines))) {
                    throw new BadQuery("an aggregation is of series, not of a number");
                }
                yield new Grouping(aggregate, times.count()).of(lines);
            }
            case Expression.Arithmetic(var operator, var left, var right) ->
                Calculation.of(operator, of(left), of(right));
        };
    }

    /** How fresh what was read is; empty if nothing was. */
    public Optional<Meta> meta() {
        return windows.metas().isEmpty() ? Optional.empty() : Optional.of(Meta.ofAll(windows.metas()));
    }

    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    private interface Read {
        List<Line> of(PromMetric metric);
    }

    private Value.Vector read(Selector selector, Read read) {
        var metrics = catalogue.matching(selector.matchers());
        reads += metrics.size();
        if (reads > MOST_READS) {
            throw new BadQuery("the query reads more than " + MOST_READS + " metrics");
        }
        if (metrics.isEmpty()) {
            selector.matchers().stream()
                    .filter(matcher -> matcher.exactly() && matcher.label().equals(Labels.NAME))
                    .filter(matcher -> catalogue.find(matcher.value()).isEmpty())
                    .forEach(matcher -> warnings.add("there is no metric " + matcher.value()));
        }
        return new Value.Vector(
                metrics.stream().flatMap(metric -> read.of(metric).stream()).toList());
    }
}
