package com.nexusai.moderation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much content each author has sent by request of late, through this instance. It goes with the command, so a
 * replay knows the same.
 */
public final class RequestPaces {
    private static final int MOST_AUTHORS = 100_000;
    private static final long WINDOW = Flooding.WINDOW.toMillis();

    private record Count(long window, long before, long now) {}

    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_AUTHORS;
        }
    };

    /** Counts one more. */
    public synchronized long count(String author, Instant at) {
        long window = Math.floorDiv(at.toEpochMilli(), WINDOW);
        var last = counts.get(author);
        long before =
                last == null || last.window() < window - 1 ? 0 : last.window() == window ? last.before() : last.now();
        long now = last != null && last.window() == window ? last.now() + 1 : 1;
        counts.put(author, new Count(window, before, now));
        return Flooding.pace(before, now, Duration.ofMillis(Math.floorMod(at.toEpochMilli(), WINDOW)));
    }
}
