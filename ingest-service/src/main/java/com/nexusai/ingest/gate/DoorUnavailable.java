package com.nexusai.ingest.gate;

import org.jspecify.annotations.Nullable;

/** Kafka has not acknowledged the events, so neither may we. */
public final class DoorUnavailable extends Exception {
    public DoorUnavailable(@Nullable Throwable cause) {
        super("Kafka did not acknowledge the events", cause);
    }
}
