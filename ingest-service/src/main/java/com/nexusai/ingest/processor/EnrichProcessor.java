package com.nexusai.ingest.processor;

import com.nexusai.ingest.enrich.Enricher;
import com.nexusai.schema.event.Event;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Says outright what the context of an event gives away; after dedupe, so that no event is read twice. */
public final class EnrichProcessor extends ContextualProcessor<String, Event, String, Event> {
    private final Enricher enricher;

    public EnrichProcessor(Enricher enricher) {
        this.enricher = enricher;
    }

    @Override
    public void process(Record<String, Event> event) {
        context().forward(event.withValue(enricher.enrich(event.value())));
    }
}
