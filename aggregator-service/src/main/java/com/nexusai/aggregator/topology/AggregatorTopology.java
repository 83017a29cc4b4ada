package com.nexusai.aggregator.topology;

import static com.nexusai.kit.streams.TopicNodes.sink;
import static com.nexusai.kit.streams.TopicNodes.source;
import static com.nexusai.schema.topic.Topics.AGGREGATES;
import static com.nexusai.schema.topic.Topics.AGGREGATE_DELTAS;
import static com.nexusai.schema.topic.Topics.EVENTS_VALIDATED;
import static com.nexusai.schema.topic.Topics.MODERATION_DECISIONS;
import static com.nexusai.schema.topic.Topics.USER_AGGREGATES;
import static com.nexusai.schema.topic.Topics.USER_SESSIONS;

import com.nexusai.aggregator.codec.DecisionReader;
import com.nexusai.aggregator.codec.GlanceReader;
import com.nexusai.aggregator.domain.CellLife;
import com.nexusai.aggregator.domain.Rhythm;
import com.nexusai.aggregator.domain.metric.Catalogue;
import com.nexusai.aggregator.processor.FoldProcessor;
import com.nexusai.aggregator.processor.MergeProcessor;
import com.nexusai.aggregator.processor.Pace;
import com.nexusai.kit.streams.BeforeCommit;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.CellKey;
import com.nexusai.schema.topic.Partitions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * The two phases.
 *
 * <pre>
 * analytics-events-validated ─┬► fold ─► analytics-aggregate-deltas ─► merge ─► analytics-aggregates
 * moderation-decisions ───────┘   ├────► user-aggregates            (partition of the metric)
 *   (partition of the actor)      └────► user-sessions
 * </pre>
 *
 * Fold adds up what happens on one partition; some times a second it sends the sums on. So the topic between the phases
 * grows with distinct cells per beat, not with events.
 */
public final class AggregatorTopology {
    private final Supplier<Catalogue> catalogue;
    private final CellLife cellLife;
    private final Pace pace;
    private final Supplier<Rhythm> rhythms;

    public AggregatorTopology(Supplier<Catalogue> catalogue, CellLife cellLife, Pace pace) {
        this.catalogue = catalogue;
        this.cellLife = cellLife;
        this.pace = pace;
        this.rhythms = pace.rhythms();
    }

    public Topology build() {
        var topology = new Topology();
        fold(topology);
        merge(topology);
        return topology;
    }

    private void fold(Topology topology) {
        var commits = new BeforeCommit(Stores.FOLD_COMMITS);
        topology.addSource(
                Nodes.VALIDATED,
                EVENTS_VALIDATED.keySerde().deserializer(),
                new GlanceReader(),
                EVENTS_VALIDATED.name());
        topology.addSource(
                Nodes.DECISIONS,
                MODERATION_DECISIONS.keySerde().deserializer(),
                new DecisionReader(),
                MODERATION_DECISIONS.name());
        topology.addProcessor(
                Nodes.FOLD,
                () -> new FoldProcessor(pace, rhythms, catalogue, commits),
                Nodes.VALIDATED,
                Nodes.DECISIONS);
        topology.addStateStore(commits.store(), Nodes.FOLD);
        stores(topology, Nodes.FOLD, Stores.ACTORS, Stores.PENDING_DELTAS, Stores.ACTORS_DUE);
        sink(topology, Nodes.TO_DELTAS, AGGREGATE_DELTAS, Nodes.FOLD);
        sink(topology, Nodes.TO_PROFILES, USER_AGGREGATES, Nodes.FOLD);
        sink(topology, Nodes.TO_SESSIONS, USER_SESSIONS, Nodes.FOLD);
    }

    private void merge(Topology topology) {
        var commits = new BeforeCommit(Stores.MERGE_COMMITS);
        source(topology, Nodes.DELTAS, AGGREGATE_DELTAS);
        topology.addProcessor(Nodes.MERGE, () -> new MergeProcessor(pace, rhythms, cellLife, commits), Nodes.DELTAS);
        topology.addStateStore(commits.store(), Nodes.MERGE);
        stores(topology, Nodes.MERGE, Stores.CELLS, Stores.WIDTHS, Stores.CELLS_DUE);
        sink(topology, Nodes.TO_AGGREGATES, AGGREGATES, byMetric(), Nodes.MERGE);
    }

    private static void stores(Topology topology, String processor, String... names) {
        Stream.of(names).map(Stores::store).forEach(store -> topology.addStateStore(store, processor));
    }

    private static StreamPartitioner<String, Cell> byMetric() {
        return (topic, cellKey, cell, partitions) ->
                Optional.of(Set.of(Partitions.of(CellKey.partitionKeyOf(cellKey), partitions)));
    }
}
