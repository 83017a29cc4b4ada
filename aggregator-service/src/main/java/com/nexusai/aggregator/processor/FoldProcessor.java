package com.nexusai.aggregator.processor;

import com.nexusai.aggregator.codec.DecisionGlance;
import com.nexusai.aggregator.delta.ActorRankings;
import com.nexusai.aggregator.delta.EventFigures;
import com.nexusai.aggregator.delta.Figures;
import com.nexusai.aggregator.delta.Funnels;
import com.nexusai.aggregator.delta.PendingDeltas;
import com.nexusai.aggregator.domain.Rhythm;
import com.nexusai.aggregator.domain.actor.ActorState;
import com.nexusai.aggregator.domain.filter.EventFields;
import com.nexusai.aggregator.domain.filter.EventView;
import com.nexusai.aggregator.domain.metric.Catalogue;
import com.nexusai.aggregator.domain.metric.LiveMetric;
import com.nexusai.aggregator.state.Actors;
import com.nexusai.aggregator.state.Due;
import com.nexusai.aggregator.state.SavedDeltas;
import com.nexusai.aggregator.topology.Nodes;
import com.nexusai.aggregator.topology.Stores;
import com.nexusai.kit.streams.BeforeCommit;
import com.nexusai.schema.aggregate.UserSession;
import com.nexusai.schema.event.EventKey;
import java.time.Instant;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * First phase, on the partition of the actor: an event changes what is known of its actor, and what follows from that is
 * added up. At each beat what came together is sent on, and committed with it.
 */
public final class FoldProcessor implements Processor<String, EventView, String, Object> {
    /** Of so many the next beat should not wait for more: it has some work for each. */
    private static final int MANY_ACTORS = 5_000;

    private static final long DAY_MILLIS = 86_400_000;

    private final Pace pace;
    private final Supplier<Rhythm> rhythms;
    private final Supplier<Catalogue> catalogue;
    private final BeforeCommit beforeCommit;
    private ProcessorContext<String, Object> context;
    private BeforeCommit.Bell bell;
    private SavedDeltas saved;
    private PendingDeltas pending;
    private Figures figures;
    private EventFigures eventFigures;
    private EventFields fields;
    private Funnels funnels;
    private ActorRankings rankings;
    private Actors actors;
    private Due<String> due;
    private Beats beats;

    public FoldProcessor(
            Pace pace, Supplier<Rhythm> rhythms, Supplier<Catalogue> catalogue, BeforeCommit beforeCommit) {
        this.pace = pace;
        this.rhythms = rhythms;
        this.catalogue = catalogue;
        this.beforeCommit = beforeCommit;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        saved = new SavedDeltas(context.getStateStore(Stores.PENDING_DELTAS));
        pending = saved.load();
        figures = new Figures(pending, "");
        funnels = new Funnels();
        eventFigures = new EventFigures(figures, funnels);
        fields = new EventFields();
        rankings = new ActorRankings(pending);
        actors = new Actors(context.getStateStore(Stores.ACTORS), pace.actorsInMemory());
        due = new Due<>(context.getStateStore(Stores.ACTORS_DUE), key -> key, key -> key);
        beats = new Beats(rhythms);
        bell = beforeCommit.bell(context, this::writeBack);
        context.schedule(Instant.EPOCH, pace.tick(), PunctuationType.WALL_CLOCK_TIME, this::beat);
    }

    @Override
    public void process(Record<String, EventView> validated) {
        beats.read(validated.timestamp(), context.currentSystemTimeMs());
        var event = validated.value();
        var known = catalogue.get();
        var actor = event.actor() == null ? null : actor(validated.key(), event, known);
        eventFigures.of(event, actor);
        var plan =
                event instanceof DecisionGlance ? known.decisionPlan() : known.planFor(event.tenantId(), event.type());
        plan.apply(event, fields, eventFigures);
        bell.set();
    }

    private ActorState actor(String key, EventView event, Catalogue known) {
        var state = actors.toChange(key);
        figures.of(event.tenantId());
        long latest = state.lastSeen();
        boolean firstSeenMoved =
                state.event(event.type(), event.timestampMillis(), event.sessionId(), event.userId() != null, figures);
        if (firstSeenMoved) {
            for (LiveMetric funnel : known.firstSeenFunnels(event.tenantId())) {
                state.funnel(funnels.shapeOf(funnel), event.timestampMillis(), 0, figures);
            }
        }
        if (!isSameDay(event.timestampMillis(), latest)) {
            // the beat ranks the actor's latest day; the other one is ranked here
            rank(key, state, Math.min(event.timestampMillis(), latest));
        }
        due.add(key);
        if (due.size() >= MANY_ACTORS) {
            beats.enough();
        }
        return state;
    }

    private static boolean isSameDay(long oneMillis, long otherMillis) {
        return Math.floorDiv(oneMillis, DAY_MILLIS) == Math.floorDiv(otherMillis, DAY_MILLIS);
    }

    private void beat(long now) {
        if (!beats.isTime(now) || (pending.isEmpty() && due.isEmpty())) {
            return;
        }
        due.drain(key -> send(key, now));
        pending.blocks((key, block) -> context.forward(new Record<>(key, block, now), Nodes.TO_DELTAS));
        pending.clear();
        bell.set();
        context.commit();
    }

    private void send(String key, long now) {
        var tenantId = EventKey.tenantOf(key);
        var actor = actorOf(key);
        var state = actors.toChange(key);
        rank(key, state, state.lastSeen());
        context.forward(new Record<>(key, state.profile(tenantId, actor), now), Nodes.TO_PROFILES);
        state.drainChangedSessions((name, start, end, events, deleted) -> {
            var session = new UserSession(
                    tenantId,
                    actor,
                    name,
                    Instant.ofEpochMilli(start),
                    Instant.ofEpochMilli(end),
                    events,
                    deleted,
                    state.revision());
            context.forward(new Record<>(key, session, now), Nodes.TO_SESSIONS);
        });
    }

    private void rank(String key, ActorState state, long timestampMillis) {
        rankings.rank(EventKey.tenantOf(key), actorOf(key), state, Math.floorDiv(timestampMillis, 60_000));
    }

    /** What a beat left is little or nothing; what a rebalance finds between two beats is all that came since. */
    private void writeBack() {
        actors.writeBack();
        due.writeBack();
        saved.save(pending);
    }

    private static String actorOf(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}
