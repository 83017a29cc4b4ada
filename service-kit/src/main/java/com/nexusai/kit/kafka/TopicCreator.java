package com.nexusai.kit.kafka;

import com.nexusai.kit.config.TopicSettings;
import com.nexusai.schema.topic.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that the topics a service uses exist as the catalogue says. */
public final class TopicCreator {
    private static final Logger LOG = LoggerFactory.getLogger(TopicCreator.class);
    private static final Duration LEADERS = Duration.ofSeconds(20);

    private final KafkaClients clients;
    private final TopicSettings settings;

    public TopicCreator(KafkaClients clients) {
        this.clients = clients;
        this.settings = clients.config().topics();
    }

    /**
     * Creates what is missing and compares what was there.
     *
     * @return the partitions of each
     * @throws TopicsUnusable when Kafka is away, when a topic is missing and may not be created, or when one would lose
     *     data as it is
     */
    public Map<String, Integer> ensure(Collection<? extends Topic<?, ?>> topics) {
        try (var admin = clients.admin()) {
            var existing = describe(admin, topics);
            var missing = topics.stream()
                    .filter(topic -> !existing.containsKey(topic.name()))
                    .toList();
            if (missing.isEmpty()) {
                new TopicComparison(settings).check(admin, topics, existing);
                return partitions(existing);
            }
            create(admin, missing);
            var all = awaitLeaders(admin, topics);
            new TopicComparison(settings).check(admin, topics, all);
            return partitions(all);
        } catch (TimeoutException away) {
            throw new TopicsUnusable(
                    "Kafka does not answer at " + clients.config().kafka().bootstrapServers()
                            + " (KAFKA_BOOTSTRAP_SERVERS): " + away.getMessage(),
                    away);
        }
    }

    private void create(Admin admin, List<? extends Topic<?, ?>> missing) {
        var names = missing.stream().map(Topic::name).sorted().toList();
        if (!settings.create()) {
            throw new TopicsUnusable("Missing topics: " + String.join(", ", names)
                    + ". Create them as docs/topics.md says, or let the service do it with TOPICS_CREATE=true.");
        }
        var results = admin.createTopics(missing.stream().map(this::newTopic).toList())
                .values();
        results.forEach((name, result) -> {
            try {
                AdminCall.await(result);
                LOG.info("created topic {} with {} partitions", name, settings.partitions());
            } catch (TopicExistsException otherWasFaster) {
                LOG.debug("topic {} was created by another instance", name);
            }
        });
    }

    private NewTopic newTopic(Topic<?, ?> topic) {
        var configs = new HashMap<>(topic.settings());
        configs.put("min.insync.replicas", Integer.toString(settings.minInSyncReplicas()));
        return new NewTopic(
                        topic.name(), Optional.of(settings.partitions()), Optional.of((short) settings.replication()))
                .configs(configs);
    }

    /** A topic just created is not yet known to all brokers, and clients that ask too early wait long. */
    private Map<String, TopicDescription> awaitLeaders(Admin admin, Collection<? extends Topic<?, ?>> topics) {
        var deadline = System.nanoTime() + LEADERS.toNanos();
        while (System.nanoTime() < deadline) {
            var all = describe(admin, topics);
            if (all.size() == topics.size() && all.values().stream().allMatch(TopicCreator::hasLeaders)) {
                return all;
            }
            pause();
        }
        throw new TopicsUnusable("The topics just created have no leaders after " + LEADERS + "; is the cluster well?");
    }

    private static boolean hasLeaders(TopicDescription topic) {
        return topic.partitions().stream()
                .allMatch(partition ->
                        partition.leader() != null && !partition.leader().isEmpty());
    }

    private static Map<String, TopicDescription> describe(Admin admin, Collection<? extends Topic<?, ?>> topics) {
        var names = topics.stream().map(Topic::name).toList();
        var found = new TreeMap<String, TopicDescription>();
        admin.describeTopics(names).topicNameValues().forEach((name, result) -> {
            try {
                found.put(name, AdminCall.await(result));
            } catch (UnknownTopicOrPartitionException missing) {
                LOG.debug("topic {} is missing", name);
            }
        });
        return found;
    }

    private static Map<String, Integer> partitions(Map<String, TopicDescription> topics) {
        var partitions = new TreeMap<String, Integer>();
        topics.forEach((name, topic) -> partitions.put(name, topic.partitions().size()));
        return partitions;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TopicsUnusable("interrupted while waiting for topics", interrupted);
        }
    }
}
