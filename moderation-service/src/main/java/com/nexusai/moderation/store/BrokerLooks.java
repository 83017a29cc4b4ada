package com.nexusai.moderation.store;

import com.nexusai.kit.lifecycle.Part;
import com.nexusai.schema.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the broker a few times a second where the commands end and how far the group has come. The consumer's own lag
 * will not do: it stays at zero when the broker falls silent.
 */
public final class BrokerLooks implements Part {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(BrokerLooks.class);

    private final KafkaStreams streams;
    private final String group;
    private final Admin admin;
    private final Freshness freshness;
    private final Clock clock;
    private final Thread looking =
            Thread.ofPlatform().daemon().name("broker-looks").unstarted(this::keepLooking);

    /** @param admin closed with this */
    public BrokerLooks(KafkaStreams streams, String group, Admin admin, Freshness freshness, Clock clock) {
        this.streams = streams;
        this.group = group;
        this.admin = admin;
        this.freshness = freshness;
        this.clock = clock;
    }

    @Override
    public void start() {
        looking.start();
    }

    @Override
    public void close() {
        looking.interrupt();
        admin.close(Duration.ZERO);
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

    private void lookOnce() throws InterruptedException {
        try {
            if (streams.state() == KafkaStreams.State.RUNNING) {
                look();
            }
        } catch (ExecutionException | TimeoutException | RuntimeException away) {
            // the answers' age says so, and the next look is soon
            LOG.debug("Could not look at the end of the commands", away);
        }
    }

    private void look() throws InterruptedException, ExecutionException, TimeoutException {
        var at = clock.instant();
        var partitions = assigned();
        var ends = ends(partitions);
        freshness.looked(at, ends, positions(partitions));
    }

    private Set<TopicPartition> assigned() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .filter(partition -> partition.topic().equals(Topics.MODERATION_COMMANDS.name()))
                .collect(Collectors.toSet());
    }

    private Map<Integer, Long> ends(Set<TopicPartition> partitions)
            throws InterruptedException, ExecutionException, TimeoutException {
        var latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        var ends = new HashMap<Integer, Long>();
        answer(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }

    private Map<Integer, Long> positions(Set<TopicPartition> partitions)
            throws InterruptedException, ExecutionException, TimeoutException {
        var positions = new HashMap<Integer, Long>();
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, committed) -> {
                    if (committed != null && partitions.contains(partition)) {
                        positions.put(partition.partition(), committed.offset());
                    }
                });
        return positions;
    }

    private static <T> T answer(KafkaFuture<T> asked)
            throws InterruptedException, ExecutionException, TimeoutException {
        return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
