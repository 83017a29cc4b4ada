package com.nexusai.query.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far an answer can be trusted.
 *
 * @param asOf what was committed before this is in the answer; null where that cannot be known
 * @param source {@code store}, {@code redis}, {@code clickhouse}, or {@code store+clickhouse} where both gave a part
 * @param lagMs from {@code asOf} to the moment of the answer
 * @param instance who answered
 * @param copy {@code standby} while the owner is away, else {@code active}; null where no store was read
 * @param cachedMs how long ago the answer was made, of the data as it was at {@code asOf}; null where it is just made
 * @param degraded sources that should have been asked and were away; null if none
 */
public record Meta(
        @Nullable Instant asOf,
        String source,
        @Nullable Long lagMs,
        String instance,
        @Nullable String copy,
        @Nullable Long cachedMs,
        @Nullable List<String> degraded) {

    public static Meta of(@Nullable Freshness freshness, String source, String instance, @Nullable String copy) {
        return freshness == null
                ? new Meta(null, source, null, instance, copy, null, null)
                : new Meta(freshness.asOf(), source, freshness.lag().toMillis(), instance, copy, null, null);
    }

    /** Of several answers together: as old as the oldest. */
    public static Meta ofAll(List<Meta> metas) {
        var oldest = metas.stream()
                .max(Comparator.comparing(Meta::lagMs, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElseThrow();
        var source = metas.stream().map(Meta::source).distinct().count() == 1 ? oldest.source : "store+clickhouse";
        boolean standby = metas.stream().anyMatch(meta -> "standby".equals(meta.copy));
        var cached = metas.stream()
                .map(Meta::cachedMs)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Meta(
                oldest.asOf,
                source,
                oldest.lagMs,
                oldest.instance,
                standby ? "standby" : oldest.copy,
                cached,
                oldest.degraded);
    }

    public Meta from(String otherSource) {
        return new Meta(asOf, otherSource, lagMs, instance, copy, cachedMs, degraded);
    }

    public Meta without(String away) {
        return new Meta(asOf, source, lagMs, instance, copy, cachedMs, List.of(away));
    }

    /** The same, of an answer that was made so long ago. */
    public Meta madeBefore(long millis) {
        return new Meta(asOf, source, lagMs, instance, copy, millis, degraded);
    }
}
