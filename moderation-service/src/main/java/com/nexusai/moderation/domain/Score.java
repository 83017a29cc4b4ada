package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.Reason;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a scorer makes of a piece of content.
 *
 * @param confidence that it is acceptable, 0 to 1
 * @param categories how strongly each category spoke, 0 to 1
 * @param reasons the weightiest first
 */
public record Score(double confidence, Map<String, Double> categories, List<Reason> reasons) {
    /** A decision is a record on a topic: it must not grow with the malice of a text. */
    static final int MOST_REASONS = 50;

    public Score {
        categories = Collections.unmodifiableMap(new TreeMap<>(categories));
        reasons = List.copyOf(reasons);
    }

    /** Every reason takes its share of what the others left: two halves leave a quarter. */
    public static Score of(List<Reason> reasons) {
        var left = 1.0;
        var leftByCategory = new TreeMap<String, Double>();
        for (var reason : reasons) {
            left *= 1 - reason.weight();
            leftByCategory.merge(reason.category(), 1 - reason.weight(), (one, other) -> one * other);
        }
        leftByCategory.replaceAll((category, rest) -> rounded(1 - rest));
        var weightiestFirst = reasons.stream()
                .sorted(Comparator.comparingDouble(Reason::weight).reversed())
                .limit(MOST_REASONS)
                .toList();
        return new Score(rounded(left), leftByCategory, weightiestFirst);
    }

    /** The same with one reason more. */
    public Score with(Reason reason) {
        var categories = new TreeMap<>(this.categories);
        double before = categories.getOrDefault(reason.category(), 0.0);
        categories.put(reason.category(), rounded(1 - (1 - before) * (1 - reason.weight())));
        var reasons = Stream.concat(this.reasons.stream(), Stream.of(reason))
                .sorted(Comparator.comparingDouble(Reason::weight).reversed())
                .limit(MOST_REASONS)
                .toList();
        return new Score(rounded(confidence * (1 - reason.weight())), categories, reasons);
    }

    /** Four places: what people read is what the thresholds are held against. */
    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
