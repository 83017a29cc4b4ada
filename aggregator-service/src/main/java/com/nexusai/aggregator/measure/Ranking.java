package com.nexusai.aggregator.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import com.nexusai.schema.aggregate.Ranked;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names with the largest counts. Since a count only grows, and is known whole by whoever offers it, what fell out
 * comes back by itself when it deserves to: the result does not depend on the order of offers.
 */
public final class Ranking {
    public static final int PLACES = 100;

    /** By their bytes, as ClickHouse orders texts; Java's own order differs beyond the basic plane. */
    private static final Comparator<String> BY_BYTES =
            (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));

    private static final Comparator<Ranked> LAST_FIRST =
            Comparator.comparingLong(Ranked::count).thenComparing(Ranked::name, BY_BYTES.reversed());

    private final Map<String, Long> counts = new HashMap<>();
    private @Nullable Ranked last;

    /** @return whether it has, or keeps, a place with a count that is new here */
    public boolean offer(String name, long count) {
        if (last != null && counts.size() >= PLACES && isBehindLast(name, count)) {
            return false;
        }
        var known = counts.get(name);
        if (known != null && known >= count) {
            return false;
        }
        counts.put(name, count);
        if (counts.size() > PLACES) {
            counts.remove(findLast().name());
            last = findLast();
        } else if (counts.size() == PLACES && (last == null || last.name().equals(name) || known == null)) {
            last = findLast();
        }
        return counts.containsKey(name);
    }

    public void offer(Ranking others) {
        others.counts.forEach(this::offer);
    }

    /** The largest first; of equal ones in the order of their names. */
    public List<Ranked> list() {
        return counts.entrySet().stream()
                .map(Ranking::ranked)
                .sorted(LAST_FIRST.reversed())
                .toList();
    }

    public int size() {
        return counts.size();
    }

    void writeTo(ByteWriter out) {
        out.unsigned(counts.size());
        for (var place : list()) {
            out.text(place.name()).unsigned(place.count());
        }
    }

    static Ranking readFrom(ByteReader in) {
        var ranking = new Ranking();
        for (long places = in.unsigned(); places > 0; places--) {
            ranking.offer(in.text(), in.unsigned());
        }
        return ranking;
    }

    private boolean isBehindLast(String name, long count) {
        var bar = last;
        return bar != null && (count < bar.count() || (count == bar.count() && BY_BYTES.compare(name, bar.name()) > 0));
    }

    private Ranked findLast() {
        return counts.entrySet().stream().map(Ranking::ranked).min(LAST_FIRST).orElseThrow();
    }

    private static Ranked ranked(Map.Entry<String, Long> entry) {
        return new Ranked(entry.getKey(), entry.getValue());
    }
}
