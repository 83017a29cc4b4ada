package com.nexusai.moderation.webhook;

import com.nexusai.kit.health.HealthCheck;
import com.nexusai.kit.health.Status;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.lifecycle.Part;
import com.nexusai.moderation.book.Book;
import com.nexusai.schema.moderation.Delivery;
import com.nexusai.schema.moderation.Webhook;
import com.nexusai.schema.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what has failed. Each instance has some partitions of the topic, reads them from their beginning, and is
 * the only one that tries what lies there; how it went is written to the same place.
 */
public final class Retries implements Part {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RECONNECT = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 32;
    private static final String NAME = "webhook-retries";

    private final KafkaClients clients;
    private final Book<Webhook> webhooks;
    private final Post post;
    private final DeliveryLog log;
    private final Clock clock;
    private final Waiting waiting = new Waiting();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread reader = Thread.ofPlatform().daemon().name(NAME).unstarted(this::follow);
    private volatile boolean stopping;

    public Retries(KafkaClients clients, Book<Webhook> webhooks, Post post, DeliveryLog log, Clock clock) {
        this.clients = clients;
        this.webhooks = webhooks;
        this.post = post;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void start() {
        reader.start();
    }

    public HealthCheck liveness() {
        return HealthCheck.of(NAME, () -> Status.of(reader.isAlive()));
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
        try {
            reader.join(STOP);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        while (!stopping) {
            var group = clients.config().service() + "-" + NAME;
            try (var consumer = clients.groupConsumer(
                    NAME, group, new StringDeserializer(), new ByteArrayDeserializer(), Map.of())) {
                read(consumer);
            } catch (RuntimeException failure) {
                LOG.warn("following what has to be delivered failed; connecting again", failure);
                pause();
            }
        }
    }

    private void read(Consumer<String, byte[]> consumer) {
        consumer.subscribe(List.of(Topics.MODERATION_DELIVERIES.name()), new FromTheBeginning(consumer));
        while (!stopping) {
            consumer.poll(POLL).forEach(this::changed);
            for (var due : waiting.due(clock.instant(), MOST_AT_ONCE - waiting.underWay())) {
                threads.execute(() -> again(due));
            }
        }
    }

    private void changed(ConsumerRecord<String, byte[]> record) {
        try {
            var delivery = Topics.MODERATION_DELIVERIES
                    .valueSerde()
                    .deserializer()
                    .deserialize(record.topic(), record.value());
            waiting.changed(record.partition(), record.key(), delivery);
        } catch (SerializationException poison) {
            LOG.error("{}-{}@{} cannot be read", record.topic(), record.partition(), record.offset(), poison);
        }
    }

    private void again(Delivery due) {
        try {
            again(due, webhooks.find(due.tenantId(), due.webhook()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.warn("it could not be written down how a delivery went", failure);
            waiting.putBack(DeliveryLog.key(due));
        }
    }

    /** Of a webhook that is gone nobody is told any more; one that is switched off waits, until its day is over. */
    private void again(Delivery due, @Nullable Webhook webhook) throws InterruptedException {
        if (webhook == null) {
            log.remove(due);
            return;
        }
        var error = webhook.enabled() ? post.deliver(webhook, due.decision()) : Optional.of("It is switched off.");
        if (error.isEmpty()) {
            log.remove(due);
        } else {
            log.keep(Patience.after(due, error.get(), clock.instant()));
        }
    }

    private final class FromTheBeginning implements ConsumerRebalanceListener {
        private final Consumer<?, ?> consumer;

        FromTheBeginning(Consumer<?, ?> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> waiting.forget(partition.partition()));
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.seekToBeginning(partitions);
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
