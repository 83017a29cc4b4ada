package com.nexusai.aggregator.sink.flow;

import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.health.Status;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.schema.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a topic into a target, in batches. An ordinary consumer on a thread of its own, which always goes on polling:
 * one batch is on its way, written by a second thread, while the next is gathered and made ready. When the target is
 * away the batch waits and, once the next is full too, its partitions pause; never the aggregation.
 */
public final class TopicSink implements Part, HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(TopicSink.class);
    private static final Duration IDLE_POLL = Duration.ofMillis(200);
    private static final Duration SHORT_POLL = Duration.ofMillis(20);
    private static final Duration LAST_CHANCE = Duration.ofSeconds(3);

    private final String name;
    private final Topic<?, ?> topic;
    private final Supplier<? extends Consumer<byte[], byte[]>> consumers;
    private final BatchWriter writer;
    private final SinkMeters meters;
    private final Gathered gathered;
    private final ExecutorService hand;
    private final Thread thread;
    private @Nullable UnderWay underWay;
    private boolean behind;
    private volatile long lag;
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
        this.gathered = new Gathered(settings);
        this.meters = new SinkMeters(registry, name, () -> lag, this::waitingMillis);
        this.hand = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("sink-" + name + "-hand").factory());
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
        hand.shutdownNow();
    }

    @Override
    public String name() {
        return "sink-" + name;
    }

    @Override
    public Status check() {
        return switch (state) {
            case SinkState.Flowing() -> Status.UP.with("state", "flowing").with("lag", lag);
            case SinkState.Waiting(int attempts, String reason, long since) ->
                Status.down(reason)
                        .with("state", "waiting")
                        .with("attempts", attempts)
                        .with("waitingSeconds", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since))
                        .with("lag", lag);
            case SinkState.Stopped() -> Status.down("the sink's thread has ended");
        };
    }

    /** For liveness: a sink that waits is alive, one whose thread has ended is not. */
    public Status alive() {
        return state instanceof SinkState.Stopped && !stopping ? Status.down("the sink's thread has ended") : Status.UP;
    }

    private long waitingMillis() {
        return state instanceof SinkState.Waiting waiting
                ? TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - waiting.sinceNanos())
                : 0;
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
            consumer.subscribe(Set.of(topic.name()), new LetGoOfRevoked(consumer));
            while (!stopping) {
                gather(consumer);
                settle(consumer);
                begin();
            }
            finish(consumer);
        } catch (RuntimeException failure) {
            forget();
            LOG.error("Sink {} starts over: {}", name, failure.toString(), failure);
            LockSupport.parkNanos(SinkSettings.SHORTEST_BACK_OFF.toNanos());
        }
    }

    /** Polls also while there is no room, so that the group does not give the partitions to somebody else. */
    private void gather(Consumer<byte[], byte[]> consumer) {
        var ahead = underWay;
        boolean room = !gathered.full();
        if (room) {
            consumer.resume(consumer.paused());
        } else {
            consumer.pause(consumer.assignment());
        }
        // a rebalance inside poll may bring partitions that are not paused, and their records: those are kept
        var wait = ahead == null ? IDLE_POLL : room ? SHORT_POLL : Duration.ZERO;
        consumer.poll(wait).forEach(gathered::add);
        if (ahead != null && !room) {
            ahead.await(SHORT_POLL);
        }
        long unread = unread(consumer);
        behind = unread > 0;
        lag = unread
                + gathered.size()
                + (underWay == null ? 0 : underWay.batch().records().size());
    }

    private static long unread(Consumer<byte[], byte[]> consumer) {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    /** Looks at what has become of the batch that is on its way. */
    private void settle(Consumer<byte[], byte[]> consumer) {
        var sent = underWay;
        if (sent == null) {
            return;
        }
        if (sent.done()) {
            commit(consumer, sent.batch());
            underWay = null;
            state = new SinkState.Flowing();
            return;
        }
        var refusal = sent.goOn();
        if (refusal != null) {
            var reason = refusal.reason();
            state = new SinkState.Waiting(refusal.attempts(), String.valueOf(reason.getMessage()), sent.since());
            LOG.warn("Sink {} waits, attempt {}: {}", name, refusal.attempts(), reason.toString());
        }
    }

    private void begin() {
        if (underWay == null && gathered.due(behind)) {
            var batch = gathered.take();
            var delivery = writer.prepare(batch);
            underWay =
                    new UnderWay(batch, meters.metered(delivery, batch.records().size()), hand);
        }
    }

    /** What is being written right now is worth a moment: else somebody writes it again. */
    private void finish(Consumer<byte[], byte[]> consumer) {
        var sent = underWay;
        if (sent != null) {
            sent.await(LAST_CHANCE);
            if (sent.done()) {
                commit(consumer, sent.batch());
            }
        }
        forget();
    }

    private void forget() {
        gathered.clear();
        underWay = null;
    }

    private void commit(Consumer<byte[], byte[]> consumer, Batch batch) {
        try {
            consumer.commitSync(batch.next());
        } catch (CommitFailedException | RebalanceInProgressException partitionsMoved) {
            LOG.info("Sink {} writes a batch again elsewhere, since its partitions moved", name);
        }
    }

    /** With an eager assignor a rebalance takes all partitions, and reading goes on from what was committed. */
    private final class LetGoOfRevoked implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> consumer;

        LetGoOfRevoked(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            finish(consumer);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            forget();
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.info("Sink {} reads {} partitions", name, partitions.size());
        }
    }
}
