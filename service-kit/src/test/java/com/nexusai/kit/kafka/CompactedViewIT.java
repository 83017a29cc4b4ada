package com.nexusai.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexusai.schema.topic.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompactedViewIT {
    private final KafkaClients clients = TestKafka.clients();
    private final List<String> changes = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        clients.close();
    }

    @Test
    void shouldKnowTheLastValueOfEachKeyWhenCaughtUp() {
        var topic = created("view-last");
        send(topic, "a", 1);
        send(topic, "b", 2);
        send(topic, "a", 3);

        try (var view = started(topic)) {
            assertThat(view.awaitCaughtUp(Duration.ofSeconds(20))).isTrue();

            assertThat(view.entries()).containsOnly(java.util.Map.entry("a", 3), java.util.Map.entry("b", 2));
            assertThat(view.readiness().check().up()).isTrue();
            assertThat(view.liveness().check().up()).isTrue();
        }
    }

    @Test
    void shouldFollowChangesAndTombstones() {
        var topic = created("view-follow");
        try (var view = started(topic)) {
            assertThat(view.awaitCaughtUp(Duration.ofSeconds(20))).isTrue();

            send(topic, "a", 1);
            send(topic, "a", 2);
            send(topic, "a", null);

            await().untilAsserted(() -> assertThat(changes).containsExactly("a: null > 1", "a: 1 > 2", "a: 2 > null"));
            assertThat(view.get("a")).isNull();
        }
    }

    @Test
    void shouldKeepLastGoodValueWhenARecordCannotBeRead() {
        var topic = created("view-poison");
        send(topic, "a", 1);
        TestKafka.send(clients, topic.name(), "a", "garbage".getBytes(StandardCharsets.UTF_8));

        try (var view = started(topic)) {
            assertThat(view.awaitCaughtUp(Duration.ofSeconds(20))).isTrue();

            assertThat(view.get("a")).isEqualTo(1);
        }
    }

    @Test
    void shouldWaitForTheTopicWhenItIsMissing() {
        var topic = TestTopics.compacted("view-late");
        try (var view = started(topic)) {
            assertThat(view.awaitCaughtUp(Duration.ofMillis(500))).isFalse();
            assertThat(view.liveness().check().up()).isTrue();

            new TopicCreator(clients).ensure(List.of(topic));

            assertThat(view.awaitCaughtUp(Duration.ofSeconds(20))).isTrue();
        }
    }

    private CompactedView<String, Integer> started(Topic<String, Integer> topic) {
        var view = new CompactedView<>(
                topic, clients, (key, before, after) -> changes.add(key + ": " + before + " > " + after));
        view.start();
        return view;
    }

    private Topic<String, Integer> created(String name) {
        var topic = TestTopics.compacted(name);
        new TopicCreator(clients).ensure(List.of(topic));
        return topic;
    }

    private void send(Topic<String, Integer> topic, String key, Integer value) {
        var bytes = value == null ? null : ByteBuffer.allocate(4).putInt(value).array();
        TestKafka.send(clients, topic.name(), key, bytes);
    }
}
