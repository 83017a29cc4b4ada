package com.nexusai.aggregator.measure;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import com.nexusai.schema.aggregate.Ranked;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The names with the largest counts. Since a count only grows, and is known whole by whoever offers it, what fell out
 * comes back by itself when it deserves to: the result does not depend on the order of offers.
 */
public final class Ranking {
    public static final int PLACES = 100;

    private static final Comparator<Ranked> LAST_FIRST = Comparator.comparingLong(Ranked::count)
            .thenComparing((one, other) -> inOrderOfBytes(other.name(), one.name()));

    private final Map<String, Ranked> places = new HashMap<>();
    private final TreeSet<Ranked> order = new TreeSet<>(LAST_FIRST);

    /** @return whether it has, or keeps, a place with a count that is new here */
    public boolean offer(String name, long count) {
        if (places.size() >= PLACES && count < order.first().count()) {
            return false;
        }
        var known = places.get(name);
        if (known != null && known.count() >= count) {
            return false;
        }
        var offered = new Ranked(name, count);
        if (known != null) {
            order.remove(known);
        } else if (places.size() >= PLACES) {
            if (LAST_FIRST.compare(offered, order.first()) < 0) {
                return false;
            }
            places.remove(order.pollFirst().name());
        }
        places.put(name, offered);
        order.add(offered);
        return true;
    }

    public void offer(Ranking others) {
        others.places.values().forEach(place -> offer(place.name(), place.count()));
    }

    /** The largest first; of equal ones in the order of their names. */
    public List<Ranked> list() {
        return List.copyOf(order.descendingSet());
    }

    public int size() {
        return places.size();
    }

    void writeTo(ByteWriter out) {
        out.unsigned(places.size());
        for (var place : list()) {
            out.text(place.name()).unsigned(place.count());
        }
    }

    static Ranking readFrom(ByteReader in) {
        var ranking = new Ranking();
        for (long rest = in.unsigned(); rest > 0; rest--) {
            ranking.offer(in.text(), in.unsigned());
        }
        return ranking;
    }

    /** As ClickHouse orders texts, by their bytes in UTF-8; Java's own order differs beyond the basic plane. */
    private static int inOrderOfBytes(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int at = 0; at < length; at++) {
            char mine = one.charAt(at);
            char its = other.charAt(at);
            if (mine != its) {
                boolean surrogates = Character.isSurrogate(mine) != Character.isSurrogate(its);
                return surrogates ? (Character.isSurrogate(mine) ? 1 : -1) : Character.compare(mine, its);
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
