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
import org.apache.kafka.common.Metric;
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

    private static final List<TopicStore<?>> STORES = List.of(TopicStore.CELLS, TopicStore.PROFILES);

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

    /** Up once every copy that this instance owns has been filled to where its topic ended at some moment since the start. */
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
        boolean assigned = streams.state() == KafkaStreams.State.RUNNING;
        var lags = streams.allLocalStorePartitionLags();
        var committed = committed();
        for (var store : STORES) {
            lags.getOrDefault(store.name(), Map.of())
                    .forEach((partition, lag) -> mark(store, partition, at, lag, committed));
        }
        marks.keySet()
                .removeIf(copy -> !lags.getOrDefault(copy.store(), Map.of()).containsKey(copy.partition()));
        // an instance without any partition is complete too: it asks its peers
        complete = complete || (assigned && committed.keySet().stream().allMatch(this::reachedOnce));
    }

    private void mark(
            TopicStore<?> store, int partition, Instant at, LagInfo lag, Map<TopicPartition, Long> committed) {
        var copyMarks = marks.computeIfAbsent(new Copy(store.name(), partition), first -> new Marks());
        var running = committed.get(new TopicPartition(store.topic().name(), partition));
        synchronized (copyMarks) {
            copyMarks.add(at, lag.endOffsetPosition());
            if (running == null) {
                // a standby, whose position does not count the marker that ends the transaction of its last record
                copyMarks.position(lag.currentOffsetPosition() + 1);
            } else if (running >= 0) {
                copyMarks.position(running);
            } else if (applied.last(store.name(), partition).isEmpty()
                    && readToTheEnd(store.topic().name(), partition)) {
                copyMarks.nothingLeft();
            }
        }
    }

    /**
     * After a restart with nothing new, or where only aborted transactions lie, nothing is applied and nothing committed.
     * Then the consumer's own word is taken.
     */
    private boolean readToTheEnd(String topic, int partition) {
        return streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("records-lag"))
                .filter(StoreProgress::isOfMainConsumer)
                .filter(metric -> topic.equals(metric.metricName().tags().get("topic")))
                .filter(metric -> Integer.toString(partition)
                        .equals(metric.metricName().tags().get("partition")))
                .anyMatch(metric -> metric.metricValue() instanceof Double lag && lag == 0.0);
    }

    private static boolean isOfMainConsumer(Metric metric) {
        var client = metric.metricName().tags().getOrDefault("client-id", "");
        return !client.endsWith("-restore-consumer");
    }

    private boolean reachedOnce(TopicPartition active) {
        return STORES.stream()
                .filter(store -> store.topic().name().equals(active.topic()))
                .map(store -> marks.get(new Copy(store.name(), active.partition())))
                .allMatch(StoreProgress::reachedOnce);
    }

    private static boolean reachedOnce(@Nullable Marks marks) {
        if (marks == null) {
            return false;
        }
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
