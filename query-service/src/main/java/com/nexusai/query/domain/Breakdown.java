package com.nexusai.query.domain;

import static java.util.Comparator.comparingLong;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A metric's sum for each of its dimensions. */
public record Breakdown(Map<String, Long> counts) {

    public Breakdown {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The largest first; where equal, in the order of their names. */
    public List<Share> top(int limit) {
        long total = total();
        return counts.entrySet().stream()
                .map(entry -> Share.of(entry.getKey(), entry.getValue(), total))
                .sorted(comparingLong(Share::count).reversed().thenComparing(Share::type))
                .limit(limit)
                .toList();
    }
}
