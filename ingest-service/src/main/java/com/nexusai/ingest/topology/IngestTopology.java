package com.nexusai.ingest.topology;

import static com.nexusai.kit.streams.TopicNodes.sink;
import static com.nexusai.kit.streams.TopicNodes.source;
import static com.nexusai.schema.topic.Topics.EVENTS;
import static com.nexusai.schema.topic.Topics.EVENTS_REJECTED;
import static com.nexusai.schema.topic.Topics.EVENTS_REKEYED;
import static com.nexusai.schema.topic.Topics.EVENTS_VALIDATED;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.enrich.Enricher;
import com.nexusai.ingest.privacy.Pseudonymiser;
import com.nexusai.ingest.processor.AdmitProcessor;
import com.nexusai.ingest.processor.DedupeProcessor;
import com.nexusai.ingest.processor.EnrichProcessor;
import com.nexusai.ingest.processor.PlaceProcessor;
import com.nexusai.ingest.processor.PseudonymiseProcessor;
import com.nexusai.kit.streams.BeforeCommit;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * The stream from the door to the validated topic.
 *
 * <pre>
 * analytics-events ─► admit ─► place ─► dedupe ─► enrich ─► pseudonymise ─► analytics-events-validated
 *                       │        │         ▲
 *                       │        └─ on the wrong partition ─► analytics-events-rekeyed ─┘
 *                       └─► analytics-events-rejected
 * </pre>
 *
 * Both sources feed the same dedupe store, so they are one sub-topology: partition n of either topic is task n.
 */
public final class IngestTopology {
    /**
     * What it wants otherwise than other topologies: no record waits for one of the other source, since which of two comes
     * first decides nothing, and the topic of the mis-keyed is empty nearly always.
     */
    public static final Map<String, Object> SETTINGS = Map.of(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, -1L);

    private final Admission admission;
    private final int partitions;
    private final Duration dedupeWindow;
    private final Enricher enricher;
    private final Pseudonymiser pseudonymiser;

    /** @param partitions how many partitions the door has */
    public IngestTopology(
            Admission admission,
            int partitions,
            Duration dedupeWindow,
            Enricher enricher,
            Pseudonymiser pseudonymiser) {
        this.admission = admission;
        this.partitions = partitions;
        this.dedupeWindow = dedupeWindow;
        this.enricher = enricher;
        this.pseudonymiser = pseudonymiser;
    }

    public Topology build() {
        var topology = new Topology();
        var admitCommits = new BeforeCommit(Stores.ADMIT_COMMITS);
        var dedupeCommits = new BeforeCommit(Stores.DEDUPE_COMMITS);
        source(topology, Nodes.DOOR, EVENTS);
        topology.addProcessor(Nodes.ADMIT, () -> new AdmitProcessor(admission, admitCommits), Nodes.DOOR);
        topology.addProcessor(Nodes.PLACE, () -> new PlaceProcessor(partitions), Nodes.ADMIT);
        source(topology, Nodes.REKEYED, EVENTS_REKEYED);
        topology.addProcessor(
                Nodes.DEDUPE, () -> new DedupeProcessor(dedupeWindow, dedupeCommits), Nodes.PLACE, Nodes.REKEYED);
        topology.addStateStore(Stores.seen(dedupeWindow), Nodes.DEDUPE);
        topology.addStateStore(Stores.ledger(), Nodes.ADMIT, Nodes.DEDUPE);
        topology.addStateStore(admitCommits.store(), Nodes.ADMIT);
        topology.addStateStore(dedupeCommits.store(), Nodes.DEDUPE);
        topology.addProcessor(Nodes.ENRICH, () -> new EnrichProcessor(enricher), Nodes.DEDUPE);
        topology.addProcessor(Nodes.PSEUDONYMISE, () -> new PseudonymiseProcessor(pseudonymiser), Nodes.ENRICH);
        sink(topology, Nodes.TO_REJECTED, EVENTS_REJECTED, Nodes.ADMIT);
        sink(topology, Nodes.TO_REKEYED, EVENTS_REKEYED, Nodes.PLACE);
        sink(topology, Nodes.TO_VALIDATED, EVENTS_VALIDATED, Nodes.PSEUDONYMISE);
        return topology;
    }
}
