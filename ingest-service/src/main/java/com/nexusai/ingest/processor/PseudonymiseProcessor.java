package com.nexusai.ingest.processor;

import com.nexusai.ingest.privacy.Pseudonymiser;
import com.nexusai.schema.event.Event;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** The last step before others see the event: what its tenant does not want them to see is taken out. */
public final class PseudonymiseProcessor extends ContextualProcessor<String, Event, String, Event> {
    private final Pseudonymiser pseudonymiser;

    public PseudonymiseProcessor(Pseudonymiser pseudonymiser) {
        this.pseudonymiser = pseudonymiser;
    }

    @Override
    public void process(Record<String, Event> event) {
        context().forward(event.withValue(pseudonymiser.pseudonymise(event.value())));
    }
}
