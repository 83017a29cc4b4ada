package com.nexusai.aggregator.sink;

import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.health.Status;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.schema.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a topic into a target, in batches. A target that is away makes the batch wait and its partitions pause, never
 * the aggregation: this is an ordinary consumer on a thread of its own.
 */
public final class TopicSink implements Part, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(TopicSink.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final String name;
    private final Topic<?, ?> topic;
    private final Supplier<? extends Consumer<byte[], byte[]>> consumers;
    private final BatchWriter writer;
    private final SinkSettings settings;
    private final SinkMeters meters;
    private final Thread thread;
    private final List<ConsumerRecord<byte[], byte[]>> gathered = new ArrayList<>();
    private long gatheringSince;
    private int rebalances;
    private volatile boolean stopping;
    private volatile SinkState state = new SinkState.Flowing();

    public TopicSink(
            String name,
            Topic<?, ?> topic,
            Supplier<? extends Consumer<byte[], byte[]>> consumers,
            BatchWriter writer,
            SinkSettings settings,
            MeterRegistry registry) {
        this.name = name;
        this.topic = topic;
        this.consumers = consumers;
        this.writer = writer;
        this.settings = settings;
        this.meters = new SinkMeters(registry, name);
        this.thread = Thread.ofPlatform().name("sink-" + name).unstarted(this::run);
    }

    @Override
    public void start() {
        thread.start();
    }

    /** What was gathered and not yet written is read again at the next start. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String name() {
        return "sink-" + name;
    }

    @Override
    public Status check() {
        return switch (state) {
            case SinkState.Flowing() -> Status.UP.with("state", "flowing");
            case SinkState.Waiting(int attempts, String reason) ->
                Status.down(reason).with("state", "waiting").with("attempts", attempts);
            case SinkState.Stopped() -> Status.down("the sink's thread has ended");
        };
    }

    /** For liveness: a sink that waits is alive, one whose thread has ended is not. */
    public Status alive() {
        return state instanceof SinkState.Stopped && !stopping ? Status.down("the sink's thread has ended") : Status.UP;
    }

    private void run() {
        try {
            while (!stopping) {
                carryUntilItFails();
            }
        } finally {
            state = new SinkState.Stopped();
        }
    }

    private void carryUntilItFails() {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.subscribe(Set.of(topic.name()), new ForgetRevoked());
            carry(consumer);
        } catch (RuntimeException failure) {
            gathered.clear();
            LOG.error("Sink {} starts over: {}", name, failure.toString(), failure);
            rest(SinkSettings.SHORTEST_BACK_OFF);
        }
    }

    private static void rest(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private void carry(Consumer<byte[], byte[]> consumer) {
        while (!stopping) {
            gather(consumer);
            if (due()) {
                deliver(consumer, new Batch(gathered));
            }
        }
    }

    private void gather(Consumer<byte[], byte[]> consumer) {
        for (var record : consumer.poll(POLL)) {
            if (gathered.isEmpty()) {
                gatheringSince = System.nanoTime();
            }
            gathered.add(record);
        }
    }

    private boolean due() {
        return !gathered.isEmpty()
                && (gathered.size() >= settings.batchRows()
                        || System.nanoTime() - gatheringSince
                                >= settings.batchWait().toNanos());
    }

    private void deliver(Consumer<byte[], byte[]> consumer, Batch batch) {
        if (writtenInTheEnd(consumer, batch)) {
            commit(consumer, batch);
            gathered.subList(0, batch.records().size()).clear();
        }
        state = new SinkState.Flowing();
    }

    /** @return false if the batch is no longer ours: its partitions went away, or we stop */
    private boolean writtenInTheEnd(Consumer<byte[], byte[]> consumer, Batch batch) {
        int ours = rebalances;
        var backOff = SinkSettings.SHORTEST_BACK_OFF;
        for (int attempt = 1; !stopping && rebalances == ours; attempt++) {
            try {
                meters.write(() -> writer.write(batch), batch.records().size());
                return true;
            } catch (Exception refused) {
                state = new SinkState.Waiting(attempt, String.valueOf(refused.getMessage()));
                LOG.warn("Sink {} waits, attempt {}: {}", name, attempt, refused.toString());
                stayInGroup(consumer, backOff);
                backOff = SinkSettings.longer(backOff);
            }
        }
        return false;
    }

    /**
     * Waits with partitions paused, polling so that the group does not give them to somebody else. A rebalance in the
     * middle may bring partitions that are not paused, and their first records with the same poll: those are kept.
     */
    private void stayInGroup(Consumer<byte[], byte[]> consumer, Duration time) {
        int ours = rebalances;
        long until = System.nanoTime() + time.toNanos();
        while (!stopping && rebalances == ours && System.nanoTime() < until) {
            consumer.pause(consumer.assignment());
            gather(consumer);
        }
        consumer.resume(consumer.assignment());
    }

    private void commit(Consumer<byte[], byte[]> consumer, Batch batch) {
        try {
            consumer.commitSync(batch.next());
        } catch (CommitFailedException | RebalanceInProgressException partitionsMoved) {
            LOG.info("Sink {} writes a batch again elsewhere, since its partitions moved", name);
        }
    }

    /** With an eager assignor a rebalance takes all partitions, and reading goes on from what was committed. */
    private final class ForgetRevoked implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            rebalances++;
            gathered.clear();
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.info("Sink {} reads {} partitions", name, partitions.size());
        }
    }
}
