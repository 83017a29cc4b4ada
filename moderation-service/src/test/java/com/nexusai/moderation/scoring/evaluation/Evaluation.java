package com.nexusai.moderation.scoring.evaluation;

import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.domain.Score;
import com.nexusai.moderation.domain.Scorer;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Scores samples and compares with what people said of them. */
final class Evaluation {
    private static final String SEXUAL = "sexual";
    private static final String SEXUAL_MINORS = "sexual/minors";

    private final Scorer scorer;
    private final Policy policy;
    private final Map<String, Figures> figures = new TreeMap<>();

    Evaluation(Scorer scorer, Policy policy) {
        this.scorer = scorer;
        this.policy = policy;
    }

    /** By name: {@code all}, {@code category hate}, {@code language fr}, {@code manner leet}. */
    Map<String, Figures> of(List<Sample> samples) {
        var categories = samples.stream()
                .filter(sample -> !sample.innocent())
                .map(Sample::category)
                .collect(Collectors.toSet());
        for (var sample : samples) {
            var score = scorer.score(ContentKind.MESSAGE, sample.text());
            boolean stopped = policy.decide(score.confidence()) != Outcome.APPROVED;
            count("all", !sample.innocent(), stopped);
            count("language " + sample.language(), !sample.innocent(), stopped);
            count("manner " + sample.manner(), !sample.innocent(), stopped);
            categories.forEach(category -> count(sample, category, score));
        }
        return figures;
    }

    /** Whether this category alone would keep it from being approved. */
    boolean sees(Score score, String category) {
        return score.categories().getOrDefault(category, 0.0) >= policy.enoughForReview() - 1e-9;
    }

    private void count(Sample sample, String category, Score score) {
        // what is sexual/minors is sexual as well
        if (!(category.equals(SEXUAL) && sample.category().equals(SEXUAL_MINORS))) {
            count("category " + category, sample.category().equals(category), sees(score, category));
        }
    }

    private void count(String name, boolean there, boolean seen) {
        figures.computeIfAbsent(name, one -> new Figures()).count(there, seen);
    }
}
