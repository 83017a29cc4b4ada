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

    /** Of an answer made of several: as old as the oldest part. */
    Meta with(Meta part) {
        var known = asOf != null && part.asOf != null && lagMs != null && part.lagMs != null;
        return new Meta(
                known && part.asOf.isBefore(asOf) ? part.asOf : known ? asOf : null,
                source,
                known ? Long.valueOf(Math.max(lagMs, part.lagMs)) : null,
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
}
