package com.nexusai.query.store;

import org.apache.kafka.streams.state.HostInfo;

/** Where a question about a key can be answered. */
public sealed interface Place {

    /** On this instance, from its copy of a partition. */
    record Here(int partition, Copy copy) implements Place {}

    /** On another instance of this service, at the address that it advertises. */
    record There(HostInfo peer) implements Place {}

    /** Whether the copy takes the writes, or follows. */
    enum Copy {
        ACTIVE,
        STANDBY;

        /** As it stands in answers: {@code active}. */
        public String word() {
            return this == ACTIVE ? "active" : "standby";
        }
    }
}
