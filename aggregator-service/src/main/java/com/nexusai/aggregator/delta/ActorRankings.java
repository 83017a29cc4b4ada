package com.nexusai.aggregator.delta;

import com.nexusai.aggregator.delta.Spot.Reach;
import com.nexusai.aggregator.domain.actor.ActorState;
import com.nexusai.aggregator.measure.Ranking;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who has the most events. An actor lives on one partition, so the first hundred of all are among the first hundred of
 * each; only those are sent on. What is kept here only spares sending: to forget it costs a few differences more.
 */
public final class ActorRankings {
    private static final int KEPT = 2_000;
    private static final long DAY_MINUTES = 24 * 60;

    private final PendingDeltas pending;
    private final Map<Window, Ranking> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Window, Ranking> eldest) {
            return size() > KEPT;
        }
    };

    private record Window(String tenantId, Granularity granularity, long startMinute) {}

    public ActorRankings(PendingDeltas pending) {
        this.pending = pending;
    }

    /** Ranks the actor in the day and in the month that hold this minute. */
    public void rank(String tenantId, String actor, ActorState state, long minute) {
        long day = Granularity.DAY.startMinute(minute);
        rank(tenantId, actor, Granularity.DAY, day, state.eventsOnDay(Math.floorDiv(day, DAY_MINUTES)));
        long month = Granularity.MONTH.startMinute(minute);
        rank(tenantId, actor, Granularity.MONTH, month, state.eventsInMonth(Math.floorDiv(month, DAY_MINUTES)));
    }

    private void rank(String tenantId, String actor, Granularity granularity, long startMinute, long events) {
        var window = new Window(tenantId, granularity, startMinute);
        if (events > 0 && kept.computeIfAbsent(window, _ -> new Ranking()).offer(actor, events)) {
            var spot = new Spot(granularity, Reach.ITSELF, Metric.TOTAL, startMinute);
            pending.of(tenantId).at(Metric.TOP_USERS, 0, spot).rank(actor, events);
        }
    }
}
