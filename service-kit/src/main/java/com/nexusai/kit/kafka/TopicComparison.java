package com.nexusai.kit.kafka;

import com.nexusai.kit.config.TopicSettings;
import com.nexusai.schema.topic.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the topics that exist differ from the catalogue: told where an operator may have meant it, refused where not. */
final class TopicComparison {
    private static final Logger LOG = LoggerFactory.getLogger(TopicComparison.class);
    private static final String CLEANUP = "cleanup.policy";

    private final TopicSettings settings;

    TopicComparison(TopicSettings settings) {
        this.settings = settings;
    }

    void check(Admin admin, Collection<? extends Topic<?, ?>> topics, Map<String, TopicDescription> descriptions) {
        var configs = configs(admin, topics);
        var refused = new ArrayList<String>();
        for (var topic : topics) {
            var description = descriptions.get(topic.name());
            var config = configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
            if (description != null && config != null) {
                tellPartitions(topic, description.partitions().size());
                compare(topic, config, refused);
            }
        }
        if (!refused.isEmpty()) {
            throw new TopicsUnusable("Topics that would lose data:\n  - " + String.join("\n  - ", refused));
        }
    }

    private void tellPartitions(Topic<?, ?> topic, int partitions) {
        if (partitions != settings.partitions()) {
            LOG.info(
                    "topic {} has {} partitions; TOPICS_PARTITIONS is {}",
                    topic.name(),
                    partitions,
                    settings.partitions());
        }
    }

    private static void compare(Topic<?, ?> topic, Config config, List<String> refused) {
        topic.settings().forEach((setting, wanted) -> {
            var entry = config.get(setting);
            var actual = entry == null ? null : entry.value();
            if (wanted.equals(actual)) {
                return;
            }
            if (setting.equals(CLEANUP)) {
                refused.add(topic.name() + ": " + CLEANUP + " is " + actual + " and has to be " + wanted
                        + " (kafka-configs.sh --alter --topic " + topic.name() + " --add-config " + CLEANUP + "="
                        + wanted + ")");
            } else {
                LOG.warn("topic {}: {} is {}, the catalogue says {}", topic.name(), setting, actual, wanted);
            }
        });
    }

    private static Map<ConfigResource, Config> configs(Admin admin, Collection<? extends Topic<?, ?>> topics) {
        var resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                .toList();
        return AdminCall.await(admin.describeConfigs(resources).all());
    }
}
