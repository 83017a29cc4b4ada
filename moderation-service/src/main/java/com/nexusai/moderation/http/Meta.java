package com.nexusai.moderation.http;

import com.nexusai.moderation.store.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much an answer can be trusted.
 *
 * @param asOf it holds everything up to here; absent when that is not known yet
 * @param servedBy the instance that gave it
 * @param complete whether everybody who holds a part of the answer was heard
 * @param missing the instances that were not
 */
record Meta(
        @Nullable Instant asOf,
        String source,
        @Nullable Long lagMs,
        String servedBy,
        boolean complete,
        List<String> missing) {

    Meta {
        missing = List.copyOf(missing);
    }

    static Meta here(Freshness.AsOf fresh, String self) {
        return new Meta(fresh.asOf(), "case-store", millis(fresh.lag()), self, true, List.of());
    }

    /** Of an answer made of several: as old as the oldest part, and unknown if that of one part is. */
    Meta with(Meta part) {
        return new Meta(
                older(asOf, part.asOf),
                source,
                greater(lagMs, part.lagMs),
                servedBy,
                complete && part.complete,
                missing);
    }

    Meta without(List<String> unheard, boolean allOwned) {
        return new Meta(asOf, source, lagMs, servedBy, complete && allOwned && unheard.isEmpty(), unheard);
    }

    private static @Nullable Long millis(@Nullable Duration lag) {
        return lag == null ? null : lag.toMillis();
    }

    private static @Nullable Instant older(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isBefore(other) ? one : other;
    }

    private static @Nullable Long greater(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? null : Long.valueOf(Math.max(one, other));
    }
}
