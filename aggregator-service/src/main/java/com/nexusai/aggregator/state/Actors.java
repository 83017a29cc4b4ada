package com.nexusai.aggregator.state;

import com.nexusai.aggregator.domain.actor.ActorState;
import org.apache.kafka.streams.state.KeyValueStore;

/** The actors that live on a partition, by {@code tenant/actor}. */
public final class Actors {
    private static final WriteBack.Form<ActorState> FORM = new WriteBack.Form<>() {
        @Override
        public byte[] toBytes(ActorState state) {
            return state.toBytes();
        }

        @Override
        public ActorState fromBytes(byte[] bytes) {
            return ActorState.fromBytes(bytes);
        }
    };

    private final WriteBack<String, ActorState> states;

    public Actors(KeyValueStore<String, byte[]> store, int generation) {
        this.states = new WriteBack<>(store, key -> key, FORM, generation);
    }

    /** What is known of the actor, to be changed; nothing, of one who was never seen. */
    public ActorState toChange(String key) {
        var known = states.get(key);
        var state = known != null ? known : new ActorState();
        states.changed(key, state);
        return state;
    }

    public void writeBack() {
        states.writeBack();
    }
}
