package com.nexusai.moderation.processor;

import com.nexusai.moderation.command.ActorPace;
import com.nexusai.moderation.domain.Flooding;
import com.nexusai.moderation.store.Stores;
import com.nexusai.schema.event.Event;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Counts the content of each actor. It stands before the commands, since events are keyed by actor, and commands no
 * more. Time is that of the records, so a replay counts the same.
 */
public final class PaceProcessor extends ContextualProcessor<String, Event, String, Event> {
    private static final long WINDOW = Flooding.WINDOW.toMillis();

    private WindowStore<String, Long> paces;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    public PaceProcessor() {}

    @Override
    public void init(ProcessorContext<String, Event> context) {
        super.init(context);
        paces = context.getStateStore(Stores.PACES);
    }

    @Override
    public void process(Record<String, Event> record) {
        var event = record.value();
        if (event != null && event.content() != null) {
            ActorPace.write(record.headers(), count(event.key(), record.timestamp()));
        }
        context().forward(record);
    }

    private long count(String actor, long at) {
        long start = at - Math.floorMod(at, WINDOW);
        long now = fetch(actor, start) + 1;
        paces.put(actor, now, start);
        return Flooding.pace(fetch(actor, start - WINDOW), now, Duration.ofMillis(at - start));
    }

    private long fetch(String actor, long start) {
        var counted = start < 0 ? null : paces.fetch(actor, start);
        return counted == null ? 0 : counted;
    }
}
