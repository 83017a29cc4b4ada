package com.nexusai.schema.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void shouldListEveryTopicOnce() {
        var declared = Arrays.stream(Topics.class.getFields())
                .filter(field -> field.getType() == Topic.class)
                .toList();

        assertThat(Topics.ALL).hasSameSizeAs(declared).doesNotHaveDuplicates();
        assertThat(Topics.ALL)
                .extracting(Topic::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z-]+"));
    }

    @Test
    void shouldKeepADeletedTopicByArrivalTime() {
        assertThat(Topics.EVENTS.settings())
                .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE)
                .containsEntry(TopicConfig.RETENTION_MS_CONFIG, "604800000")
                .containsEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
        assertThat(Topics.EVENTS.cleanup()).isEqualTo("delete, 7 d");
    }

    @Test
    void shouldKeepTheLatestValueOfEachKeyOfACompactedTopicForEver() {
        assertThat(Topics.AGGREGATES.settings())
                .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                .doesNotContainKey(TopicConfig.RETENTION_MS_CONFIG);
        assertThat(Topics.AGGREGATES.cleanup()).isEqualTo("compact");
    }
}
