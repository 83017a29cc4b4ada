package com.nexusai.aggregator.domain.filter;

import com.nexusai.schema.metric.DimensionText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Joined texts of dimensions that were seen before: there are few combinations, and one comes with every event. */
final class JoinCache {
    private static final int PLACES = 1024;

    private record Joined(
            String first, String second, @Nullable String third, String text) {}

    private final @Nullable Joined[] places = new Joined[PLACES];

    String join(String first, String second, @Nullable String third) {
        int hash = (first.hashCode() * 31 + second.hashCode()) * 31 + (third == null ? 0 : third.hashCode());
        int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
        var known = places[place];
        if (known != null
                && known.first.equals(first)
                && known.second.equals(second)
                && Objects.equals(known.third, third)) {
            return known.text;
        }
        var text = third == null ? DimensionText.join(first, second) : DimensionText.join(first, second, third);
        places[place] = new Joined(first, second, third, text);
        return text;
    }
}
