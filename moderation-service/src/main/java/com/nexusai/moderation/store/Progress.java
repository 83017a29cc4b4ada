package com.nexusai.moderation.store;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How far this instance has come with the commands, for answers that say how fresh they are. */
public final class Progress {
    private static final long NONE = -1;

    private final AtomicLong newest = new AtomicLong(NONE);

    public void handled(long timestamp) {
        newest.accumulateAndGet(timestamp, Math::max);
    }

    /** The time of the newest command that was handled since the start. */
    Optional<Instant> newest() {
        long millis = newest.get();
        return millis == NONE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
