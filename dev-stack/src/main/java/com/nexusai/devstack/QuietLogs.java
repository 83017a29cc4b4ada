package com.nexusai.devstack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/** A broker in the same JVM prints its whole configuration at start. Who has set a level keeps it. */
final class QuietLogs {
    private static final List<String> BROKER = List.of(
            "kafka",
            "state.change.logger",
            "org.apache.kafka.common.config",
            "org.apache.kafka.common.metrics",
            "org.apache.kafka.common.network",
            "org.apache.kafka.common.utils",
            "org.apache.kafka.controller",
            "org.apache.kafka.coordinator",
            "org.apache.kafka.image",
            "org.apache.kafka.metadata",
            "org.apache.kafka.queue",
            "org.apache.kafka.raft",
            "org.apache.kafka.server",
            "org.apache.kafka.snapshot",
            "org.apache.kafka.storage",
            "org.apache.kafka.timeline");

    /** Says at each start, at WARN, that it starts. */
    private static final String CHATTERBOX = "org.apache.kafka.controller.QuorumController";

    private QuietLogs() {}

    static void ofKafka() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            BROKER.stream().map(logback::getLogger).forEach(logger -> quiet(logger, Level.WARN));
            quiet(logback.getLogger(CHATTERBOX), Level.ERROR);
        }
    }

    /** A process of its own has nothing to say but its ready line and what is broken. */
    static void ofProcess() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
        }
        ofKafka();
    }

    private static void quiet(Logger logger, Level level) {
        if (logger.getLevel() == null) {
            logger.setLevel(level);
        }
    }
}
