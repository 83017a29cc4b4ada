package com.nexusai.kit.streams;

import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * Stores and internal topics have names of ours. A generated one counts the operators before it, so that any later
 * change of the topology would leave the state behind under the old name. Streams' own setting for this sees only
 * topologies that were built with a configuration, so it is not relied upon.
 */
final class ResourceNames {
    private static final Predicate<String> GENERATED =
            Pattern.compile("(KSTREAM|KTABLE)-[A-Z-]+-\\d{10}").asPredicate();

    private ResourceNames() {}

    /** @throws IllegalStateException that lists what has no name */
    static void requireExplicit(Topology topology) {
        var nameless = new TreeSet<String>();
        topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .flatMap(ResourceNames::resources)
                .filter(GENERATED)
                .forEach(nameless::add);
        if (!nameless.isEmpty()) {
            throw new IllegalStateException("Stores or internal topics without a name of their own: "
                    + String.join(", ", nameless)
                    + ". Name them with Materialized.as, Grouped.as, StreamJoined.withName or Repartitioned.as.");
        }
    }

    private static Stream<String> resources(TopologyDescription.Node node) {
        return switch (node) {
            case TopologyDescription.Processor processor -> processor.stores().stream();
            case TopologyDescription.Source source when source.topicSet() != null -> source.topicSet().stream();
            case TopologyDescription.Sink sink when sink.topic() != null -> Stream.of(sink.topic());
            default -> Stream.empty();
        };
    }
}
