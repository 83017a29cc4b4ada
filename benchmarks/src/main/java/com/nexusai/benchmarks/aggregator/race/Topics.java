package com.nexusai.benchmarks.aggregator.race;

import static com.nexusai.schema.topic.Topics.EVENTS_VALIDATED;

import com.nexusai.kit.kafka.AdminCall;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** The topics of the race, seen as an administrator. */
final class Topics {
    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    private final Admin admin;
    private final int partitions;

    Topics(Admin admin, int partitions) {
        this.admin = admin;
        this.partitions = partitions;
    }

    void createInput() {
        create(List.of(new ResultTopic(EVENTS_VALIDATED.name(), EVENTS_VALIDATED.settings())));
    }

    void create(List<ResultTopic> topics) {
        AdminCall.await(admin.createTopics(topics.stream()
                        .map(topic -> new NewTopic(topic.name(), Optional.of(partitions), Optional.empty())
                                .configs(topic.settings()))
                        .toList())
                .all());
    }

    /** Everything but the events, so that each run starts from nothing. */
    void removeAllButInput() {
        var others = new HashSet<>(AdminCall.await(admin.listTopics().names()));
        others.remove(EVENTS_VALIDATED.name());
        AdminCall.await(admin.deleteTopics(others).all());
    }

    long committedEvents(String group) {
        return AdminCall.await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group))
                .entrySet()
                .stream()
                .filter(offset -> offset.getKey().topic().equals(EVENTS_VALIDATED.name()) && offset.getValue() != null)
                .mapToLong(offset -> offset.getValue().offset())
                .sum();
    }

    /** Where the last stable offset of each partition stands, the name of a partition being {@code topic-partition}. */
    Map<String, Long> readable(List<String> topics) {
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : topics) {
            for (int i = 0; i < partitions; i++) {
                wanted.put(new TopicPartition(topic, i), OffsetSpec.latest());
            }
        }
        return AdminCall.await(admin.listOffsets(wanted, COMMITTED).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        offset -> offset.getKey().toString(),
                        offset -> offset.getValue().offset()));
    }
}
