package com.nexusai.aggregator.topology;

import static com.nexusai.kit.streams.TopicNodes.sink;
import static com.nexusai.kit.streams.TopicNodes.source;
import static com.nexusai.schema.topic.Topics.AGGREGATES;
import static com.nexusai.schema.topic.Topics.AGGREGATE_DELTAS;
import static com.nexusai.schema.topic.Topics.EVENTS_VALIDATED;
import static com.nexusai.schema.topic.Topics.USER_AGGREGATES;

import com.nexusai.aggregator.domain.CellLife;
import com.nexusai.aggregator.processor.FoldProcessor;
import com.nexusai.aggregator.processor.MergeProcessor;
import com.nexusai.schema.aggregate.CellKey;
import com.nexusai.schema.topic.Partitions;
import com.nexusai.schema.topic.Topic;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * The two phases.
 *
 * <pre>
 * analytics-events-validated ─► fold ─► analytics-aggregate-deltas ─► merge ─► analytics-aggregates
 *   (partition of the actor)     └────► user-aggregates                (partition of the metric)
 * </pre>
 *
 * Fold adds up what happens on one partition; a few times a second it sends the sums on. So the topic between the phases
 * grows with distinct cells per flush, not with events.
 */
public final class AggregatorTopology {
    private final CellLife cellLife;
    private final Duration flushInterval;

    public AggregatorTopology(CellLife cellLife, Duration flushInterval) {
        this.cellLife = cellLife;
        this.flushInterval = flushInterval;
    }

    public Topology build() {
        var topology = new Topology();
        fold(topology);
        merge(topology);
        return topology;
    }

    private void fold(Topology topology) {
        source(topology, Nodes.VALIDATED, EVENTS_VALIDATED);
        topology.addProcessor(Nodes.FOLD, () -> new FoldProcessor(flushInterval), Nodes.VALIDATED);
        topology.addStateStore(Stores.pendingDeltas(), Nodes.FOLD);
        topology.addStateStore(Stores.profiles(), Nodes.FOLD);
        topology.addStateStore(Stores.pendingProfiles(), Nodes.FOLD);
        sinkByMetric(topology, Nodes.TO_DELTAS, AGGREGATE_DELTAS, Nodes.FOLD);
        sink(topology, Nodes.TO_PROFILES, USER_AGGREGATES, Nodes.FOLD);
    }

    private void merge(Topology topology) {
        source(topology, Nodes.DELTAS, AGGREGATE_DELTAS);
        topology.addProcessor(Nodes.MERGE, () -> new MergeProcessor(cellLife), Nodes.DELTAS);
        topology.addStateStore(Stores.cells(), Nodes.MERGE);
        sinkByMetric(topology, Nodes.TO_AGGREGATES, AGGREGATES, Nodes.MERGE);
    }

    private static <V> void sinkByMetric(Topology topology, String name, Topic<String, V> topic, String parent) {
        StreamPartitioner<String, V> byMetric = (to, cellKey, value, partitions) ->
                Optional.of(Set.of(Partitions.of(CellKey.partitionKeyOf(cellKey), partitions)));
        sink(topology, name, topic, byMetric, parent);
    }
}
