package com.nexusai.moderation.store;

import com.nexusai.schema.topic.Topics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/** Which instance of this service holds what. */
public final class Owners {
    private final KafkaStreams streams;
    private final HostInfo self;
    private final int partitions;

    /**
     * @param self {@code host:port} under which peers know this instance
     * @param partitions of the command topic, by which it can be told whether everybody has been asked
     */
    public Owners(KafkaStreams streams, String self, int partitions) {
        this.streams = streams;
        this.self = HostInfo.buildFromEndpoint(self);
        this.partitions = partitions;
    }

    /** Where a key lives at the moment. */
    public sealed interface Owner {
        record Here(int partition) implements Owner {}

        record Peer(HostInfo host) implements Owner {}

        /** Tasks are moving, or the instance that had it is gone and nobody has taken over. */
        record Nobody() implements Owner {}
    }

    /** Of a case. */
    public Owner of(String key) {
        return of(Stores.CASES, key);
    }

    public Owner of(String store, String key) {
        try {
            var found = streams.queryMetadataForKey(store, key, Serdes.String().serializer());
            if (found == null || found.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                return new Owner.Nobody();
            }
            return found.activeHost().equals(self)
                    ? new Owner.Here(found.partition())
                    : new Owner.Peer(found.activeHost());
        } catch (InvalidStateStoreException | IllegalStateException notRunning) {
            return new Owner.Nobody();
        }
    }

    /** Every other instance that holds cases. */
    public List<HostInfo> peers() {
        return metadata().stream()
                .map(StreamsMetadata::hostInfo)
                .filter(host -> !host.equals(self))
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    /** Whether every case has an owner, so that asking all of them asks for everything. */
    public boolean complete() {
        Set<Integer> owned = new HashSet<>();
        for (var instance : metadata()) {
            instance.topicPartitions().stream()
                    .filter(Owners::isCommands)
                    .map(TopicPartition::partition)
                    .forEach(owned::add);
        }
        return owned.size() >= partitions;
    }

    public String self() {
        return self.host() + ":" + self.port();
    }

    private List<StreamsMetadata> metadata() {
        try {
            return List.copyOf(streams.streamsMetadataForStore(Stores.CASES));
        } catch (InvalidStateStoreException | IllegalStateException notRunning) {
            throw LocalCases.moving();
        }
    }

    static boolean isCommands(TopicPartition partition) {
        return partition.topic().equals(Topics.MODERATION_COMMANDS.name());
    }
}
