package com.nexusai.query.store;

import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.health.Status;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.query.domain.Freshness;
import com.nexusai.query.processor.Applied;
import com.nexusai.query.topology.TopicStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How current the local copies are. Streams itself reports no lag for a running read-only store (it takes the changelog
 * for its own writing), so the ends of the topics are looked at a few times a second, and compared with what the
 * processor has applied and what the group has committed; the latter also counts transaction markers, which no
 * processor sees. When the broker does not answer, no new look succeeds and the copies honestly grow old.
 */
public final class StoreProgress implements Part {
    static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    // twice fetch.max.wait.ms
    private static final Duration LONGEST_FETCH = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(StoreProgress.class);

    private final KafkaStreams streams;
    private final Applied applied;
    private final Clock clock;
    private final Map<Copy, Marks> marks = new ConcurrentHashMap<>();
    private final Thread looking =
            Thread.ofPlatform().daemon().name("store-progress").unstarted(this::keepLooking);
    private volatile boolean complete;

    private record Copy(String store, int partition) {}

    public StoreProgress(KafkaStreams streams, Applied applied, Clock clock) {
        this.streams = streams;
        this.applied = applied;
        this.clock = clock;
    }

    @Override
    public void start() {
        looking.start();
    }

    @Override
    public void close() {
        looking.interrupt();
    }

    /** Up once every local copy has been filled to where its topic ended at some moment since the start. */
    public HealthCheck readiness() {
        return HealthCheck.of("stores", () -> complete ? Status.UP : Status.down("the stores are being filled"));
    }

    Optional<Freshness> freshness(String store, int partition) {
        var copyMarks = marks.get(new Copy(store, partition));
        var last = applied.last(store, partition);
        var now = clock.instant();
        if (copyMarks == null) {
            return last.map(record -> Freshness.asOf(record.writtenAt(), now));
        }
        synchronized (copyMarks) {
            last.ifPresent(record -> copyMarks.position(record.nextOffset()));
            return freshness(copyMarks, last.map(Applied.Last::writtenAt).orElse(null), now);
        }
    }

    private static Optional<Freshness> freshness(Marks marks, @Nullable Instant lastWrite, Instant now) {
        var reached = marks.reachedAt();
        if (reached == null) {
            return Optional.ofNullable(lastWrite).map(at -> Freshness.asOf(at, now));
        }
        boolean recent = Duration.between(reached, now).compareTo(BETWEEN_LOOKS.multipliedBy(4)) < 0;
        if (marks.current() && recent) {
            return Optional.of(Freshness.current(now));
        }
        var newest = lastWrite != null && lastWrite.isAfter(reached) ? lastWrite : reached;
        return Optional.of(Freshness.asOf(newest, now));
    }

    private void keepLooking() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                lookOnce();
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOnce() {
        try {
            look();
        } catch (RuntimeException away) {
            // not running yet, rebalancing, or no broker: the answers' age says so, and the next look is soon
            LOG.debug("Could not look at the ends of the topics", away);
        }
    }

    private void look() {
        var at = clock.instant();
        var lags = streams.allLocalStorePartitionLags();
        var committed = committed();
        for (var store : List.of(TopicStore.CELLS, TopicStore.PROFILES)) {
            lags.getOrDefault(store.name(), Map.of())
                    .forEach((partition, lag) -> mark(store, partition, at, lag, committed));
        }
        marks.keySet()
                .removeIf(copy -> !lags.getOrDefault(copy.store(), Map.of()).containsKey(copy.partition()));
        // an instance without any partition is complete too: it asks its peers
        complete = complete || marks.values().stream().allMatch(StoreProgress::reachedOnce);
    }

    private void mark(
            TopicStore<?> store, int partition, Instant at, LagInfo lag, Map<TopicPartition, Long> committed) {
        var copyMarks = marks.computeIfAbsent(new Copy(store.name(), partition), first -> new Marks());
        var running = committed.get(new TopicPartition(store.topic().name(), partition));
        synchronized (copyMarks) {
            copyMarks.add(at, lag.endOffsetPosition());
            // a running copy is reported as having no lag at all; only of a standby or a restore is the position true
            copyMarks.position(running == null ? lag.currentOffsetPosition() : running);
            if (running != null && running < 0 && readToTheEnd(store.topic().name(), partition)) {
                copyMarks.reachedUntil(at.minus(LONGEST_FETCH));
            }
        }
    }

    /**
     * Of a partition on which lie only aborted transactions nothing is ever applied or committed. Then the consumer's own
     * word is taken, as of a moment before its last fetch.
     */
    private boolean readToTheEnd(String topic, int partition) {
        return streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("records-lag"))
                .filter(metric -> topic.equals(metric.metricName().tags().get("topic")))
                .filter(metric -> Integer.toString(partition)
                        .equals(metric.metricName().tags().get("partition")))
                .anyMatch(metric -> metric.metricValue() instanceof Double lag && lag == 0.0);
    }

    private static boolean reachedOnce(Marks marks) {
        synchronized (marks) {
            return marks.reachedAt() != null;
        }
    }

    /** What the group has committed, for each partition of which this instance runs the active copy. */
    private Map<TopicPartition, Long> committed() {
        var committed = new ConcurrentHashMap<TopicPartition, Long>();
        streams.metadataForLocalThreads()
                .forEach(thread -> thread.activeTasks().forEach(task -> committed.putAll(task.committedOffsets())));
        return committed;
    }
}
