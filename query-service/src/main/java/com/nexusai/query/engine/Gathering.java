package com.nexusai.query.engine;

import com.nexusai.query.domain.Assembly;
import com.nexusai.query.domain.EventMeasure;
import com.nexusai.query.domain.MetricAnswer;
import com.nexusai.query.domain.Plan;
import com.nexusai.query.domain.Question;
import com.nexusai.query.domain.Tallies;
import com.nexusai.query.domain.Tally;
import com.nexusai.query.domain.ZonedWindows;
import com.nexusai.query.store.Archive;
import com.nexusai.query.store.CellScan;
import com.nexusai.schema.aggregate.Metric;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Carries out the plans of one step: reads cells and figures, and has the answer made of them. */
final class Gathering {
    private final String tenantId;
    private final Step step;
    private final Archive archive;
    private final @Nullable CellScan store;
    private Assembly.@Nullable Chosen chosen;
    private @Nullable Set<String> groups;

    /** @param store null where the plans need none */
    Gathering(String tenantId, Step step, Archive archive, @Nullable CellScan store) {
        this.tenantId = tenantId;
        this.step = step;
        this.archive = archive;
        this.store = store;
    }

    MetricAnswer answer() {
        var question = step.question();
        var found = found(question, step.plan());
        var before = step.planBefore() == null ? null : found(question.before(), step.planBefore());
        return new Assembly(question, step.shape(), step.as(), step.fields())
                .answer(found, before, step.source(), chosen);
    }

    private Tallies found(Question question, Plan plan) {
        return switch (plan) {
            case Plan.OfCells cells -> ofCells(question, cells);
            case Plan.OfEvents events -> ofEvents(question, events);
            case Plan.Impossible _ -> throw new IllegalStateException("an impossible plan is not carried out");
        };
    }

    private Tallies ofCells(Question question, Plan.OfCells plan) {
        var tallies = new Tallies();
        var window = window(question);
        Archive.Found found = (dimension, start, tally) ->
                tallies.add(plan.together() ? Metric.TOTAL : dimension, window.apply(start), tally);
        var metric = step.shape().name();
        for (var segment : plan.fromStore()) {
            Objects.requireNonNull(store)
                    .each(
                            tenantId,
                            metric,
                            segment,
                            plan.dimensions(),
                            cell -> found.add(cell.dimension(), cell.start(), Tally.of(cell)));
        }
        if (!plan.fromHistory().isEmpty()) {
            archive.cells(tenantId, metric, plan.fromHistory(), plan.dimensions(), isPercentile(), found);
        }
        return tallies;
    }

    /** The groups of the range itself decide which are looked at in the range before. */
    private Tallies ofEvents(Question question, Plan.OfEvents plan) {
        var tallies = new Tallies();
        var measure = EventMeasure.totals(tenantId, question, plan, step.as());
        var answered = archive.groups(groups == null ? measure : measure.of(groups));
        answered.totals().forEach(tallies::total);
        if (groups == null) {
            groups = answered.totals().keySet();
            chosen = answered.all();
        }
        if (question.granularity() != null && !answered.totals().isEmpty()) {
            var window = window(question);
            archive.windows(
                    measure.by(question.granularity()).of(groups),
                    (group, start, tally) -> tallies.add(group, window.apply(start), tally));
        }
        return tallies;
    }

    private static UnaryOperator<Instant> window(Question question) {
        var granularity = question.granularity();
        if (granularity == null) {
            return start -> question.range().from();
        }
        return new ZonedWindows(granularity, question.zone())::start;
    }

    private boolean isPercentile() {
        return step.as().share().isPresent();
    }
}
