package com.nexusai.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TopicCreatorIT {
    @Test
    void shouldCreateWhatIsMissingAsTheCatalogueSays() {
        var topic = TestTopics.compacted("creator-compacted");

        try (var clients = TestKafka.clients()) {
            var partitions = new TopicCreator(clients).ensure(List.of(topic, TestTopics.kept("creator-kept")));

            assertThat(partitions)
                    .containsOnlyKeys("creator-compacted", "creator-kept")
                    .containsValues(2, 2);
            assertThat(setting(clients, "creator-compacted", "cleanup.policy")).isEqualTo("compact");
            assertThat(setting(clients, "creator-kept", "retention.ms")).isEqualTo("86400000");
            assertThat(new TopicCreator(clients).ensure(List.of(topic))).containsEntry("creator-compacted", 2);
        }
    }

    @Test
    void shouldNameMissingTopicsWhenItMayNotCreateThem() {
        try (var clients = TestKafka.clients("TOPICS_CREATE", "false")) {
            var topics = List.of(TestTopics.kept("not-there-b"), TestTopics.kept("not-there-a"));

            assertThatThrownBy(() -> new TopicCreator(clients).ensure(topics))
                    .isInstanceOf(TopicsUnusable.class)
                    .hasMessageContaining("not-there-a, not-there-b")
                    .hasMessageContaining("TOPICS_CREATE");
        }
    }

    @Test
    void shouldRefuseWhenATopicWouldLoseData() {
        try (var clients = TestKafka.clients()) {
            new TopicCreator(clients).ensure(List.of(TestTopics.kept("creator-wrong")));

            assertThatThrownBy(() -> new TopicCreator(clients).ensure(List.of(TestTopics.compacted("creator-wrong"))))
                    .isInstanceOf(TopicsUnusable.class)
                    .hasMessageContaining("creator-wrong: cleanup.policy is delete and has to be compact");
        }
    }

    @Test
    void shouldTakeWhatIsThereWhenOnlyThePartitionsDiffer() {
        try (var clients = TestKafka.clients();
                var other = TestKafka.clients("TOPICS_PARTITIONS", "3")) {
            var topics = List.of(TestTopics.kept("creator-other"));
            new TopicCreator(clients).ensure(topics);

            assertThat(new TopicCreator(other).ensure(topics)).containsEntry("creator-other", 2);
        }
    }

    private static String setting(KafkaClients clients, String topic, String name) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = clients.admin()) {
            return AdminCall.await(admin.describeConfigs(List.of(resource)).all())
                    .get(resource)
                    .get(name)
                    .value();
        }
    }
}
