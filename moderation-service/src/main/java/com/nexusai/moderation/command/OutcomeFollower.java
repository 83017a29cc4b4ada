package com.nexusai.moderation.command;

import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.health.Status;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.moderation.CommandOutcome;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the outcomes of all commands as they are committed, whichever instance has carried them out, and hands them to
 * those who wait here. So what a caller is told can no longer be undone by a crash.
 */
public final class OutcomeFollower implements Part {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RECONNECT = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final Map<String, List<CompletableFuture<CommandOutcome>>> waiting = new HashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Thread follower =
            Thread.ofPlatform().daemon().name("outcomes").unstarted(this::follow);
    private volatile boolean following;
    private volatile boolean stopping;

    public OutcomeFollower(KafkaClients clients) {
        this.clients = clients;
    }

    /**
     * To be called before the command is written, or its outcome may pass by unseen.
     *
     * @throws Problem 503 while nothing can be seen at all
     */
    CompletableFuture<CommandOutcome> expect(String tenantId, String commandId) {
        if (!following) {
            throw Problem.unavailable("The outcomes of commands cannot be read yet.", RECONNECT);
        }
        var outcome = new CompletableFuture<CommandOutcome>();
        synchronized (waiting) {
            waiting.computeIfAbsent(EventKey.of(tenantId, commandId), id -> new ArrayList<>())
                    .add(outcome);
        }
        return outcome;
    }

    void forget(String tenantId, String commandId, CompletableFuture<CommandOutcome> outcome) {
        outcome.cancel(false);
        synchronized (waiting) {
            waiting.computeIfPresent(EventKey.of(tenantId, commandId), (id, others) -> {
                others.removeIf(CompletableFuture::isDone);
                return others.isEmpty() ? null : others;
            });
        }
    }

    @Override
    public void start() {
        follower.start();
    }

    public HealthCheck readiness() {
        return HealthCheck.of("outcomes", () -> Status.of(following));
    }

    @Override
    public void close() {
        stopping = true;
        try {
            follower.join(STOP);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        while (!stopping) {
            try (var consumer = clients.reader("outcomes", new StringDeserializer(), new ByteArrayDeserializer())) {
                read(consumer);
            } catch (RuntimeException failure) {
                LOG.warn("following the outcomes of commands failed; connecting again", failure);
                pause();
            }
        }
    }

    private void read(Consumer<String, byte[]> consumer) {
        var partitions = consumer.partitionsFor(Topics.MODERATION_OUTCOMES.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        positions.forEach(consumer::seek);
        while (!stopping) {
            // asking for the position is what makes the seek happen, so from here on nothing passes by
            partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
            following = true;
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            var outcome =
                    Topics.MODERATION_OUTCOMES.valueSerde().deserializer().deserialize(record.topic(), record.value());
            if (outcome != null) {
                tell(outcome);
            }
        } catch (SerializationException poison) {
            LOG.error("{}-{}@{} cannot be read", record.topic(), record.partition(), record.offset(), poison);
        }
    }

    private void tell(CommandOutcome outcome) {
        List<CompletableFuture<CommandOutcome>> told;
        synchronized (waiting) {
            told = waiting.remove(EventKey.of(outcome.tenantId(), outcome.commandId()));
        }
        if (told != null) {
            told.forEach(one -> one.complete(outcome));
        }
    }

    private void pause() {
        try {
            Thread.sleep(RECONNECT);
        } catch (InterruptedException interrupted) {
            stopping = true;
        }
    }
}
