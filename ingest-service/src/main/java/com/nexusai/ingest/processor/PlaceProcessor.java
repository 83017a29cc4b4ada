package com.nexusai.ingest.processor;

import com.nexusai.ingest.topology.Nodes;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.topic.Partitions;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** An event on the partition of its actor goes straight on; only a mis-keyed one takes a hop to its place. */
public final class PlaceProcessor implements Processor<String, Object, String, Event> {
    private final int partitions;
    private ProcessorContext<String, Event> context;

    public PlaceProcessor(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public void init(ProcessorContext<String, Event> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, Object> accepted) {
        var event = accepted.withValue((Event) accepted.value());
        int home = Partitions.of(event.key(), partitions);
        int here = context.taskId().partition();
        context.forward(event, home == here ? Nodes.DEDUPE : Nodes.TO_REKEYED);
    }
}
