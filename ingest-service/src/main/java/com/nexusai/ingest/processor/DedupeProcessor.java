package com.nexusai.ingest.processor;

import com.nexusai.ingest.domain.LedgerLine;
import com.nexusai.ingest.topology.Stores;
import com.nexusai.kit.streams.BeforeCommit;
import com.nexusai.schema.event.Event;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * Lets the first event with an id pass and counts the others, for as long as the window. Windows in the store are
 * aligned, so the first sighting lies in this one or the one before: two point reads, and the store forgets by itself.
 */
public final class DedupeProcessor implements Processor<String, Event, String, Event> {
    private final long window;
    private final BeforeCommit commits;
    private ProcessorContext<String, Event> context;
    private WindowStore<String, Long> seen;
    private Ledger ledger;

    public DedupeProcessor(Duration window, BeforeCommit commits) {
        this.window = window.toMillis();
        this.commits = commits;
    }

    @Override
    public void init(ProcessorContext<String, Event> context) {
        this.context = context;
        this.seen = context.getStateStore(Stores.SEEN);
        this.ledger = new Ledger(context, commits);
    }

    @Override
    public void process(Record<String, Event> event) {
        // when it came to the door, not when it came off the hop of a mis-keyed event, which may be much later
        long arrival = event.value().receivedAt().toEpochMilli();
        var id = event.key() + '\n' + event.value().eventId();
        if (seenBefore(id, arrival)) {
            ledger.count(LedgerLine.DUPLICATES);
            return;
        }
        seen.put(id, arrival, windowOf(arrival));
        ledger.count(LedgerLine.VALIDATED);
        context.forward(event);
    }

    private boolean seenBefore(String id, long arrival) {
        long current = windowOf(arrival);
        return within(seen.fetch(id, current), arrival) || within(seen.fetch(id, current - window), arrival);
    }

    private boolean within(@Nullable Long first, long arrival) {
        return first != null && arrival - first < window;
    }

    private long windowOf(long arrival) {
        return arrival - Math.floorMod(arrival, window);
    }
}
