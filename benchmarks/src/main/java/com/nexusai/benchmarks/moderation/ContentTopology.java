package com.nexusai.benchmarks.moderation;

import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.processor.ModerationMeters;
import com.nexusai.moderation.scoring.LocalScorer;
import com.nexusai.moderation.store.Progress;
import com.nexusai.moderation.topology.ModerationTopology;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/**
 * What reads the messages.
 *
 * @param output the topic on which there is one record for each message
 */
record ContentTopology(String name, Topology topology, String output) {
    static ContentTopology moderation(int entries) {
        var scorer = new LocalScorer(Policy.LOCAL, SizedLexicon.of(entries));
        var casework = new Casework(Policy.LOCAL, scorer);
        var topology =
                ModerationTopology.build(casework, new ModerationMeters(new SimpleMeterRegistry()), new Progress());
        return new ContentTopology("%,d entries".formatted(entries), topology, Topics.MODERATION_DECISIONS.name());
    }

    /** The same bytes, untouched, to another topic. */
    static ContentTopology passThrough() {
        var output = Topics.MODERATION_DECISIONS.name();
        var topology = new Topology()
                .addSource(
                        "in", new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.EVENTS_VALIDATED.name())
                .addSink("out", output, new ByteArraySerializer(), new ByteArraySerializer(), "in");
        return new ContentTopology("pass-through", topology, output);
    }
}
