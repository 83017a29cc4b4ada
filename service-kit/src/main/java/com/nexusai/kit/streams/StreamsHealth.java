package com.nexusai.kit.streams;

import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.health.Status;
import java.time.Duration;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;

/** Restoring is alive. An error, a lost thread or one that no longer polls is not. */
final class StreamsHealth {
    /** A thread is gone for a moment while it is replaced. */
    private static final Duration REPLACING = Duration.ofSeconds(60);

    private final String name;
    private final KafkaStreams streams;
    private final RestoreMeters restoring;
    private final int threads;
    private volatile long allThreadsAt = System.nanoTime();
    private volatile boolean hasRun;

    StreamsHealth(String name, KafkaStreams streams, RestoreMeters restoring, int threads) {
        this.name = name;
        this.streams = streams;
        this.restoring = restoring;
        this.threads = threads;
    }

    void changed(State state) {
        hasRun = hasRun || state == State.RUNNING;
    }

    HealthCheck liveness() {
        return HealthCheck.of("streams-" + name, this::alive);
    }

    HealthCheck readiness() {
        return HealthCheck.of("streams-" + name, this::ready);
    }

    private Status alive() {
        var state = streams.state();
        var status = Status.of(true).with("state", state.name());
        if (state == State.ERROR || state == State.PENDING_ERROR) {
            return Status.down("the Streams client failed").with("state", state.name());
        }
        if (!state.isRunningOrRebalancing()) {
            return status;
        }
        var running = streams.metadataForLocalThreads().size();
        if (running >= threads) {
            allThreadsAt = System.nanoTime();
        } else if (System.nanoTime() - allThreadsAt > REPLACING.toNanos()) {
            return Status.down("only " + running + " of " + threads + " threads run")
                    .with("state", state.name());
        }
        var silent = secondsSincePoll();
        return silent > StreamsProperties.MAX_POLL_INTERVAL.toSeconds()
                ? Status.down("a thread has not polled for " + silent + " s").with("state", state.name())
                : status.with("threads", running).with("secondsSincePoll", silent);
    }

    /** A rebalance leaves running tasks running, and peers are there for the rest: only the first one is waited for. */
    private Status ready() {
        var state = streams.state();
        var ready = hasRun && state.isRunningOrRebalancing();
        return Status.of(ready).with("state", state.name()).with("restoringPartitions", restoring.restoring());
    }

    private long secondsSincePoll() {
        return streams.metrics().values().stream()
                .filter(StreamsHealth::isLastPoll)
                .mapToLong(metric -> metric.metricValue() instanceof Number seconds ? seconds.longValue() : 0)
                .max()
                .orElse(0);
    }

    /** Of the main consumers: the restore consumer polls only while there is something to restore. */
    private static boolean isLastPoll(Metric metric) {
        var client = metric.metricName().tags().get("client-id");
        return metric.metricName().name().equals("last-poll-seconds-ago")
                && client != null
                && client.endsWith("-consumer")
                && !client.endsWith("-restore-consumer");
    }
}
