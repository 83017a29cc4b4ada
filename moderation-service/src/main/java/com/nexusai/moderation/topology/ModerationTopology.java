package com.nexusai.moderation.topology;

import static com.nexusai.kit.streams.TopicNodes.sink;
import static com.nexusai.kit.streams.TopicNodes.source;

import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.processor.CaseProcessor;
import com.nexusai.moderation.processor.ContentIntake;
import com.nexusai.moderation.processor.ModerationMeters;
import com.nexusai.moderation.store.Progress;
import com.nexusai.moderation.store.Stores;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.util.List;
import org.apache.kafka.streams.Topology;

/**
 * <pre>
 * validated events ─ intake ─► commands ─ case ─┬─► cases
 *                    REST ──────►               └─► decisions
 * </pre>
 *
 * The command topic is what gives everything about one piece of content one order and one place.
 */
public final class ModerationTopology {
    private static final String EVENTS = "validated-events";
    private static final String INTAKE = "content-intake";
    private static final String TO_COMMANDS = "to-commands";
    private static final String COMMANDS = "commands";
    private static final String CASE = "case";

    private static final List<Topic<?, ?>> TOPICS = List.of(
            Topics.EVENTS_VALIDATED,
            Topics.MODERATION_COMMANDS,
            Topics.MODERATION_CASES,
            Topics.MODERATION_DECISIONS,
            Topics.EVENTS_REJECTED);

    private ModerationTopology() {}

    /** Everything that it reads and writes. */
    public static List<Topic<?, ?>> topics() {
        return TOPICS;
    }

    public static Topology build(Casework casework, ModerationMeters meters, Progress progress) {
        var topology = new Topology();
        source(topology, EVENTS, Topics.EVENTS_VALIDATED);
        topology.addProcessor(INTAKE, () -> new ContentIntake(meters), EVENTS);
        sink(topology, TO_COMMANDS, Topics.MODERATION_COMMANDS, INTAKE);

        source(topology, COMMANDS, Topics.MODERATION_COMMANDS);
        topology.addProcessor(CASE, () -> new CaseProcessor(casework, meters, progress), COMMANDS);
        topology.addStateStore(Stores.cases(), CASE);
        topology.addStateStore(Stores.pending(), CASE);
        topology.addStateStore(Stores.counts(), CASE);
        sink(topology, CaseProcessor.TO_CASES, Topics.MODERATION_CASES, CASE);
        sink(topology, CaseProcessor.TO_DECISIONS, Topics.MODERATION_DECISIONS, CASE);
        return topology;
    }
}
