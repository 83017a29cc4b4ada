package com.nexusai.query.engine;

import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.As;
import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.Plan;
import com.nexusai.query.domain.Planner;
import com.nexusai.query.domain.Question;
import com.nexusai.query.domain.Question.Asked;
import com.nexusai.query.store.AnswerCache;
import com.nexusai.query.store.Archive;
import com.nexusai.query.store.CellScan;
import com.nexusai.query.store.Copies;
import com.nexusai.query.store.Place.Here;
import com.nexusai.query.store.Source;
import com.nexusai.query.store.SourceAway;
import com.nexusai.query.topology.TopicStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;

/** Answers one generic question: each metric where its cells are, or from ClickHouse. */
public final class Engine {
    private final Copies copies;
    private final Scatter scatter;
    private final Archive archive;
    private final HistoryDesk desk;
    private final Shapes shapes;
    private final Planner planner;
    private final Turns turns;
    private final Remembered remembered;
    private final EngineMeters meters;
    private final String instance;
    private final InstantSource clock;

    /** What is counted about answers. */
    public interface EngineMeters {
        void answered(String store, String from);

        void noCopy(String store);

        void sourceAway(String source);

        /** @param result {@code hit}, {@code miss}, or {@code away} where the cache does not answer */
        void remembered(String result);
    }

    public Engine(
            Copies copies,
            Scatter scatter,
            Archive archive,
            HistoryDesk desk,
            Shapes shapes,
            Planner planner,
            Turns turns,
            AnswerCache cache,
            EngineMeters meters,
            String instance,
            InstantSource clock) {
        this.copies = copies;
        this.scatter = scatter;
        this.archive = archive;
        this.desk = desk;
        this.shapes = shapes;
        this.planner = planner;
        this.turns = turns;
        this.remembered = new Remembered(cache, meters, clock);
        this.meters = meters;
        this.instance = instance;
        this.clock = clock;
    }

    /** @throws Problem if it cannot be answered, or not now */
    public Answer answer(Caller caller, Question question) {
        var steps = steps(caller.tenantId(), question);
        try {
            var parts = scatter.gather(caller, steps, new Local(caller.tenantId()));
            return new Answer(
                    question.range().from(),
                    question.range().to(),
                    question.granularity() == null
                            ? null
                            : question.granularity().word(),
                    question.zone().getId(),
                    parts.stream().map(Part::answer).toList(),
                    Meta.ofAll(parts.stream().map(Part::meta).toList()));
        } catch (SourceAway away) {
            meters.sourceAway(away.source());
            throw Turns.problem(away);
        }
    }

    private List<Step> steps(String tenantId, Question question) {
        var now = clock.instant();
        var steps = new ArrayList<Step>();
        for (var asked : question.metrics()) {
            var alone = question.withMetrics(List.of(asked));
            var shape = shapes.of(tenantId, asked.metric());
            var as = as(asked, shape.usual());
            var before =
                    question.compare() ? possible(asked, planner.plan(alone.before(), shape, asked.as(), now)) : null;
            steps.add(new Step(
                    steps.size(),
                    alone,
                    shape,
                    as,
                    possible(asked, planner.plan(alone, shape, asked.as(), now)),
                    before));
        }
        return steps;
    }

    private static As as(Asked asked, As usual) {
        return asked.as() == null ? usual : asked.as();
    }

    private static Plan possible(Asked asked, Plan plan) {
        if (plan instanceof Plan.Impossible impossible) {
            throw Problem.invalid(impossible.field(), impossible.sentence() + ".")
                    .with("metric", asked.metric());
        }
        return plan;
    }

    /** Answers steps on this instance. */
    final class Local {
        private final String tenantId;
        private @Nullable Meta ofHistory;

        Local(String tenantId) {
            this.tenantId = tenantId;
        }

        /** Of a step that needs no store. */
        Part fromHistory(Step step) {
            return turns.take(tenantId, () -> {
                // how fresh it is comes first, as it does below
                var fresh = historyMeta();
                return remembered.part(
                        tenantId, step, fresh, () -> new Gathering(tenantId, step, archive, null).answer());
            });
        }

        /** Empty if the copy is moving away. */
        Optional<Part> fromStore(Step step, Here here) {
            try {
                // how fresh it is comes first: what arrives in between makes the answer better than it says
                var freshness = copies.freshness(TopicStore.CELLS, here);
                if (freshness.isEmpty()) {
                    return Optional.empty();
                }
                var scan = new CellScan(copies.open(TopicStore.CELLS, here));
                var gathering = new Gathering(tenantId, step, archive, scan);
                var answer = step.source().equals(Source.STORE)
                        ? gathering.answer()
                        : turns.take(tenantId, gathering::answer);
                meters.answered(TopicStore.CELLS.name(), here.copy().word());
                return Optional.of(new Part(
                        answer,
                        Meta.of(
                                freshness.get(),
                                step.source(),
                                instance,
                                here.copy().word())));
            } catch (InvalidStateStoreException movingAway) {
                return Optional.empty();
            }
        }

        private Meta historyMeta() {
            if (ofHistory == null) {
                ofHistory = desk.meta(tenantId);
            }
            return ofHistory;
        }
    }
}
