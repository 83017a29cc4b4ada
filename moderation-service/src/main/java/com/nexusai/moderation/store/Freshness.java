package com.nexusai.moderation.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far what this instance knows lies behind what was commanded. It goes by looks at the broker: at a known moment the
 * commands of each partition ended at some offset, and who has come that far holds all that was commanded before. When
 * the broker does not answer, no new look succeeds and the answers honestly grow old.
 */
public final class Freshness {
    /** For so long a look that found nothing to do is taken for the present. */
    static final Duration RECENT = Duration.ofSeconds(1);

    // the oldest goes first, so a long catch-up never fills memory
    private static final int KEPT = 1_000;

    private final Progress progress;
    private final Clock clock;
    private final Deque<Look> ahead = new ArrayDeque<>();
    private Map<Integer, Long> newestEnds = Map.of();
    private @Nullable Instant reachedAt;

    private record Look(Instant at, Map<Integer, Long> ends) {
        boolean isReachedBy(Map<Integer, Long> positions) {
            return ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
        }
    }

    public Freshness(Progress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * @param asOf the stores hold everything up to here; null when this is not known yet
     * @param lag null likewise
     */
    public record AsOf(@Nullable Instant asOf, @Nullable Duration lag) {}

    /**
     * @param at before the broker was asked
     * @param ends where the commands end, for each partition that this instance works on
     * @param positions the offsets below which it has applied them, asked after the ends
     */
    synchronized void looked(Instant at, Map<Integer, Long> ends, Map<Integer, Long> positions) {
        if (!newestEnds.keySet().equals(ends.keySet())) {
            forget(); // what was reached without a partition says nothing of it
        }
        newestEnds = Map.copyOf(ends);
        ahead.addLast(new Look(at, newestEnds));
        if (ahead.size() > KEPT) {
            ahead.removeFirst();
        }
        while (!ahead.isEmpty() && ahead.getFirst().isReachedBy(positions)) {
            reachedAt = ahead.removeFirst().at();
        }
    }

    private void forget() {
        ahead.clear();
        reachedAt = null;
    }

    public synchronized AsOf now() {
        var now = clock.instant();
        if (reachedAt == null) {
            return progress.newest().map(newest -> asOf(newest, now)).orElse(new AsOf(null, null));
        }
        boolean recent = Duration.between(reachedAt, now).compareTo(RECENT) < 0;
        return asOf(ahead.isEmpty() && recent ? now : reachedAt, now);
    }

    private static AsOf asOf(Instant known, Instant now) {
        var at = known.isAfter(now) ? now : known;
        return new AsOf(at, Duration.between(at, now));
    }
}
