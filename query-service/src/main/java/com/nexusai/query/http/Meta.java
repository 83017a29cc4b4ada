package com.nexusai.query.http;

import com.nexusai.query.domain.Freshness;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an answer can be trusted.
 *
 * @param asOf what was committed before this is in the answer; null where that cannot be known
 * @param source {@code store}, {@code redis} or {@code clickhouse}
 * @param lagMs from {@code asOf} to the moment of the answer
 * @param instance who answered
 * @param copy {@code standby} while the owner is away, else {@code active}; null where no store was read
 * @param degraded sources that should have been asked and were away; null if none
 */
record Meta(
        @Nullable Instant asOf,
        String source,
        @Nullable Long lagMs,
        String instance,
        @Nullable String copy,
        @Nullable List<String> degraded) {

    static Meta of(@Nullable Freshness freshness, String source, String instance, @Nullable String copy) {
        return freshness == null
                ? new Meta(null, source, null, instance, copy, null)
                : new Meta(freshness.asOf(), source, freshness.lag().toMillis(), instance, copy, null);
    }

    Meta from(String otherSource) {
        return new Meta(asOf, otherSource, lagMs, instance, copy, degraded);
    }

    Meta without(String away) {
        return new Meta(asOf, source, lagMs, instance, copy, List.of(away));
    }
}
