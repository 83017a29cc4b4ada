package com.nexusai.aggregator.processor;

import com.nexusai.aggregator.domain.Counting;
import com.nexusai.aggregator.topology.Nodes;
import com.nexusai.aggregator.topology.Stores;
import com.nexusai.schema.aggregate.UserProfile;
import com.nexusai.schema.event.Event;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * First phase, on the partition of the actor: adds events up, and a few times a second sends on what came together.
 * What is pending lies in stores, not in memory, so a commit between two flushes loses nothing.
 */
public final class FoldProcessor implements Processor<String, Event, String, Object> {
    private final Duration flushInterval;
    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, Long> pendingDeltas;
    private KeyValueStore<String, UserProfile> profiles;
    private KeyValueStore<String, Long> pendingProfiles;

    public FoldProcessor(Duration flushInterval) {
        this.flushInterval = flushInterval;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.pendingDeltas = context.getStateStore(Stores.PENDING_DELTAS);
        this.profiles = context.getStateStore(Stores.PROFILES);
        this.pendingProfiles = context.getStateStore(Stores.PENDING_PROFILES);
        context.schedule(flushInterval, PunctuationType.WALL_CLOCK_TIME, this::flush);
    }

    @Override
    public void process(Record<String, Event> validated) {
        var event = validated.value();
        add(Counting.minuteOf(event).text());
        if (event.actor() != null) {
            profile(event, event.actor());
        }
    }

    private void add(String minute) {
        Long pending = pendingDeltas.get(minute);
        pendingDeltas.put(minute, pending == null ? 1 : pending + 1);
    }

    private void profile(Event event, String actor) {
        UserProfile known = profiles.get(event.key());
        var at = event.timestamp();
        var types = new HashMap<>(known == null ? Map.of() : known.eventsByType());
        types.merge(event.type(), 1L, Long::sum);
        var first = known != null && known.firstSeen().isBefore(at) ? known.firstSeen() : at;
        var last = known != null && known.lastSeen().isAfter(at) ? known.lastSeen() : at;
        profiles.put(event.key(), UserProfile.of(event.tenantId(), actor, first, last, types));
        pendingProfiles.put(event.key(), 1L);
    }

    private void flush(long now) {
        try (var deltas = pendingDeltas.all()) {
            deltas.forEachRemaining(delta -> {
                context.forward(new Record<>(delta.key, delta.value, now), Nodes.TO_DELTAS);
                pendingDeltas.delete(delta.key);
            });
        }
        try (var changed = pendingProfiles.all()) {
            changed.forEachRemaining(actor -> {
                context.forward(new Record<>(actor.key, profiles.get(actor.key), now), Nodes.TO_PROFILES);
                pendingProfiles.delete(actor.key);
            });
        }
    }
}
