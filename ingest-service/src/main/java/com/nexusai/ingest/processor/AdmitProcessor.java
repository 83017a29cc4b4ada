package com.nexusai.ingest.processor;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.LedgerLine;
import com.nexusai.ingest.domain.Verdict.Accepted;
import com.nexusai.ingest.domain.Verdict.Rejected;
import com.nexusai.ingest.door.DoorHeaders;
import com.nexusai.ingest.topology.Nodes;
import com.nexusai.kit.streams.BeforeCommit;
import com.nexusai.schema.event.Event;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Reads and judges what lies at the door: an event goes on, anything else goes out with its reason. */
public final class AdmitProcessor implements Processor<byte[], byte[], String, Object> {
    private final Admission admission;
    private final BeforeCommit commits;
    private ProcessorContext<String, Object> context;
    private Ledger ledger;

    public AdmitProcessor(Admission admission, BeforeCommit commits) {
        this.admission = admission;
        this.commits = commits;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.ledger = new Ledger(context, commits);
    }

    @Override
    public void process(Record<byte[], byte[]> door) {
        RecordMetadata origin = context.recordMetadata().orElseThrow();
        ledger.count(LedgerLine.IN);
        var eventId = origin.topic() + '-' + origin.partition() + '-' + origin.offset();
        var provenance = DoorHeaders.read(door.headers(), eventId, Instant.ofEpochMilli(door.timestamp()));
        switch (admission.judge(door.value(), provenance)) {
            case Accepted(Event event) -> context.forward(onward(door, event), Nodes.PLACE);
            case Rejected rejected -> {
                ledger.count(LedgerLine.REJECTED);
                context.forward(RejectedRecord.of(door, rejected, origin), Nodes.TO_REJECTED);
            }
        }
    }

    private static Record<String, Object> onward(Record<byte[], byte[]> door, Event event) {
        DoorHeaders.takeOff(door.headers());
        return new Record<>(event.key(), event, door.timestamp(), door.headers());
    }
}
