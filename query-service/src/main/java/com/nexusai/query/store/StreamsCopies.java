package com.nexusai.query.store;

import com.nexusai.query.domain.Freshness;
import com.nexusai.query.store.Place.Copy;
import com.nexusai.query.store.Place.Here;
import com.nexusai.query.store.Place.There;
import com.nexusai.query.topology.TopicStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The copies as Kafka Streams assigns them to the instances of this service. */
public final class StreamsCopies implements Copies {
    private final KafkaStreams streams;
    private final HostInfo self;
    private final StoreProgress progress;

    public StreamsCopies(KafkaStreams streams, HostInfo self, StoreProgress progress) {
        this.streams = streams;
        this.self = self;
        this.progress = progress;
    }

    @Override
    public List<Place> find(TopicStore<?> store, String partitionKey) {
        try {
            // the default partitioner over these bytes is the rule of Partitions, by which the aggregator writes
            return places(streams.queryMetadataForKey(store.name(), partitionKey, new StringSerializer()));
        } catch (IllegalStateException | StreamsNotStartedException notRunning) {
            return List.of();
        }
    }

    private List<Place> places(KeyQueryMetadata metadata) {
        if (metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            return List.of();
        }
        var places = new ArrayList<Place>();
        var owner = metadata.activeHost();
        if (owner.equals(self)) {
            places.add(new Here(metadata.partition(), Copy.ACTIVE));
        } else if (!owner.equals(HostInfo.unavailable())) {
            places.add(new There(owner));
        }
        if (metadata.standbyHosts().contains(self)) {
            places.add(new Here(metadata.partition(), Copy.STANDBY));
        }
        metadata.standbyHosts().stream()
                .filter(host -> !host.equals(self))
                .map(There::new)
                .forEach(places::add);
        return places;
    }

    @Override
    public <V> ReadOnlyKeyValueStore<String, V> open(TopicStore<V> store, Here here) {
        var question = StoreQueryParameters.fromNameAndType(
                        store.name(), QueryableStoreTypes.<String, V>keyValueStore())
                .withPartition(here.partition());
        // "stale" also admits an active copy in the middle of its restore, so only a standby may ask for it
        return streams.store(here.copy() == Copy.STANDBY ? question.enableStaleStores() : question);
    }

    @Override
    public Optional<Freshness> freshness(TopicStore<?> store, Here here) {
        return progress.freshness(store.name(), here.partition());
    }
}
