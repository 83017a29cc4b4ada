package com.nexusai.query.store;

import com.nexusai.query.domain.Freshness;
import com.nexusai.query.store.Place.Here;
import com.nexusai.query.topology.TopicStore;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The copies of the compacted topics: where they are, and reading those that are here. */
public interface Copies {

    /** Best first: the owner, this instance's own standby, the standbys of others. Empty while nobody has a copy. */
    List<Place> find(TopicStore<?> store, String partitionKey);

    /** @throws InvalidStateStoreException if the copy is moving away, or is not complete yet */
    <V> ReadOnlyKeyValueStore<String, V> open(TopicStore<V> store, Here here);

    /** Empty if the copy has not yet been filled to any known point, so that nothing true can be said from it. */
    Optional<Freshness> freshness(TopicStore<?> store, Here here);
}
