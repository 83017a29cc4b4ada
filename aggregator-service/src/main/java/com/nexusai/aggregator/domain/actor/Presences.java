package com.nexusai.aggregator.domain.actor;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Where an actor was counted by metrics that count distinct actors. Beyond {@link #MAX} of them the one whose latest day
 * is the oldest is forgotten, so that no actor grows without end; if it comes again in the same month, it counts again.
 */
final class Presences {
    static final int MAX = 500;

    private final Map<Key, Presence> known = new HashMap<>(2);

    void seen(String metric, String dimension, long timestampMillis, Changes out) {
        var key = new Key(metric, dimension);
        var presence = known.get(key);
        if (presence == null) {
            if (known.size() >= MAX) {
                forgetOldest();
            }
            presence = new Presence();
            known.put(key, presence);
        }
        presence.seen(metric, dimension, timestampMillis, out);
    }

    private void forgetOldest() {
        known.entrySet().stream()
                .min(Comparator.comparingLong(
                                (Map.Entry<Key, Presence> one) -> one.getValue().latestDay())
                        .thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(oldest -> known.remove(oldest.getKey()));
    }

    void writeTo(ByteWriter writer) {
        writer.unsigned(known.size());
        known.forEach((key, presence) -> {
            writer.text(key.metric).text(key.dimension);
            presence.writeTo(writer);
        });
    }

    static Presences readFrom(ByteReader reader) {
        var presences = new Presences();
        for (long left = reader.unsigned(); left > 0; left--) {
            // all actors of a partition use the same few names
            var key = new Key(reader.text().intern(), reader.text().intern());
            presences.known.put(key, Presence.readFrom(reader));
        }
        return presences;
    }

    private record Key(String metric, String dimension) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::metric).thenComparing(Key::dimension);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
