package com.nexusai.moderation.topology;

import static com.nexusai.kit.streams.TopicNodes.sink;
import static com.nexusai.kit.streams.TopicNodes.source;

import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.processor.CaseProcessor;
import com.nexusai.moderation.processor.ContentIntake;
import com.nexusai.moderation.processor.ModerationMeters;
import com.nexusai.moderation.processor.PaceProcessor;
import com.nexusai.moderation.processor.UserProcessor;
import com.nexusai.moderation.store.Progress;
import com.nexusai.moderation.store.Stores;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.util.List;
import org.apache.kafka.streams.Topology;

/**
 * <pre>
 * validated events ─ pace ─ intake ─► commands ─ case ─┬─► cases, decisions, outcomes, audit log
 *                           REST ──────►    ▲          └─► user events ─ user ─┬─► sanctions
 *                                           └──────── weighed reports ─────────┘
 * </pre>
 *
 * The command topic is what gives everything about one piece of content one order and one place; the user events do so
 * for everything about one user.
 */
public final class ModerationTopology {
    private static final String EVENTS = "validated-events";
    private static final String PACE = "actor-pace";
    private static final String INTAKE = "content-intake";
    private static final String TO_COMMANDS = "to-commands";
    private static final String COMMANDS = "commands";
    private static final String CASE = "case";
    private static final String USER_EVENTS = "user-events";
    private static final String USER = "user";

    private static final List<Topic<?, ?>> TOPICS = List.of(
            Topics.EVENTS_VALIDATED,
            Topics.MODERATION_COMMANDS,
            Topics.MODERATION_CASES,
            Topics.MODERATION_DECISIONS,
            Topics.MODERATION_QUESTIONS,
            Topics.MODERATION_OUTCOMES,
            Topics.MODERATION_USER_EVENTS,
            Topics.MODERATION_SANCTIONS,
            Topics.AUDIT_LOG,
            Topics.EVENTS_REJECTED);

    private ModerationTopology() {}

    /** Everything that it reads and writes. */
    public static List<Topic<?, ?>> topics() {
        return TOPICS;
    }

    public static Topology build(Casework casework, ModerationMeters meters, Progress progress) {
        var topology = new Topology();
        source(topology, EVENTS, Topics.EVENTS_VALIDATED);
        topology.addProcessor(PACE, PaceProcessor::new, EVENTS);
        topology.addStateStore(Stores.paces(), PACE);
        topology.addProcessor(INTAKE, () -> new ContentIntake(meters), PACE);
        sink(topology, TO_COMMANDS, Topics.MODERATION_COMMANDS, INTAKE);

        source(topology, COMMANDS, Topics.MODERATION_COMMANDS);
        topology.addProcessor(CASE, () -> new CaseProcessor(casework, meters, progress), COMMANDS);
        for (var store : List.of(
                Stores.cases(),
                Stores.pending(),
                Stores.queues(),
                Stores.counts(),
                Stores.history(),
                Stores.deadlines(),
                Stores.outcomes(),
                Stores.exposures())) {
            topology.addStateStore(store, CASE);
        }
        sink(topology, CaseProcessor.TO_CASES, Topics.MODERATION_CASES, CASE);
        sink(topology, CaseProcessor.TO_DECISIONS, Topics.MODERATION_DECISIONS, CASE);
        sink(topology, CaseProcessor.TO_QUESTIONS, Topics.MODERATION_QUESTIONS, CASE);
        sink(topology, CaseProcessor.TO_LAST_CALLS, Topics.MODERATION_COMMANDS, CASE);
        sink(topology, CaseProcessor.TO_OUTCOMES, Topics.MODERATION_OUTCOMES, CASE);
        sink(topology, CaseProcessor.TO_USER_EVENTS, Topics.MODERATION_USER_EVENTS, CASE);
        sink(topology, CaseProcessor.TO_AUDIT, Topics.AUDIT_LOG, CASE);

        source(topology, USER_EVENTS, Topics.MODERATION_USER_EVENTS);
        topology.addProcessor(USER, () -> new UserProcessor(casework), USER_EVENTS);
        topology.addStateStore(Stores.users(), USER);
        sink(topology, UserProcessor.TO_SANCTIONS, Topics.MODERATION_SANCTIONS, USER);
        sink(topology, UserProcessor.TO_WEIGHED, Topics.MODERATION_COMMANDS, USER);
        return topology;
    }
}
