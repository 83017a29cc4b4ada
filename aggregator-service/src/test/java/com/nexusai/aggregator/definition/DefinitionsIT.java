package com.nexusai.aggregator.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.aggregator.domain.metric.LiveMetric;
import com.nexusai.devstack.DevStack;
import com.nexusai.kit.config.Env;
import com.nexusai.kit.config.ServiceConfig;
import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.kafka.TopicCreator;
import com.nexusai.schema.metric.Measure;
import com.nexusai.schema.metric.MetricDefinition;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written to the topic is counted by within seconds, and garbage on it changes nothing. */
class DefinitionsIT {
    private static final Duration SECONDS = Duration.ofSeconds(20);

    private final String tenant = "t-" + UUID.randomUUID();
    private final KafkaClients clients = clients();

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void shouldFollowTheTopic() {
        new TopicCreator(clients).ensure(List.of(Topics.METRIC_DEFINITIONS));
        send("first", definition("first"));
        send("gone", definition("gone"));
        send("gone", null);

        try (var definitions = new Definitions(clients, new SimpleMeterRegistry())) {
            definitions.start();
            definitions.awaitLoaded();
            assertThat(names(definitions)).containsExactly("first");
            assertThat(definitions.readiness().check().up()).isTrue();
            assertThat(definitions.liveness().check().up()).isTrue();

            send("first", "garbage".getBytes(StandardCharsets.UTF_8));
            send("second", definition("second"));

            await().atMost(SECONDS)
                    .untilAsserted(() -> assertThat(names(definitions)).containsExactly("first", "second"));

            send("first", null);

            await().atMost(SECONDS)
                    .untilAsserted(() -> assertThat(names(definitions)).containsExactly("second"));
        }
    }

    private List<String> names(Definitions definitions) {
        return definitions.catalogue().metricsOf(tenant).stream()
                .map(LiveMetric::name)
                .toList();
    }

    private byte[] definition(String name) {
        var definition = new MetricDefinition(
                tenant,
                name,
                null,
                null,
                new Measure.Count(),
                List.of(),
                1000,
                true,
                true,
                1,
                Instant.EPOCH,
                null,
                null);
        return Topics.METRIC_DEFINITIONS.valueSerde().serializer().serialize("", definition);
    }

    private void send(String name, byte @Nullable [] value) {
        try (var producer = clients.producer("test", new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.METRIC_DEFINITIONS.name(), tenant + "/" + name, value));
        }
    }

    private static KafkaClients clients() {
        var env = Env.of(
                Map.of("KAFKA_BOOTSTRAP_SERVERS", DevStack.shared().kafkaBootstrapServers(), "TOPICS_PARTITIONS", "2"));
        var config = ServiceConfig.from(env, "aggregator-service", 0);
        env.check();
        return new KafkaClients(config, new SimpleMeterRegistry());
    }
}
