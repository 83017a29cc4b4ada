package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.ModerationPolicy.Thresholds;
import com.nexusai.schema.moderation.Outcome;
import java.util.Map;

/**
 * What a tenant's thresholds make of a score. A category with thresholds of its own is judged by itself, and no longer
 * weighs in the confidence that the others are judged by; the gravest of all outcomes holds.
 */
final class Judgement {
    private Judgement() {}

    static Outcome of(Score score, ContentKind kind, ModerationPolicy policy) {
        var own = policy.categoryThresholds();
        var general = policy.kindThresholds().getOrDefault(kind, policy.thresholds());
        if (score.categories().keySet().stream().noneMatch(own::containsKey)) {
            return decide(score.confidence(), general);
        }
        var outcome = decide(withoutOwn(score, own), general);
        for (var category : score.categories().entrySet()) {
            var two = own.get(category.getKey());
            if (two != null) {
                outcome = graver(outcome, decide(1 - category.getValue(), two));
            }
        }
        return outcome;
    }

    /** A score's confidence is the product of what each category leaves of it. */
    private static double withoutOwn(Score score, Map<String, Thresholds> own) {
        double left = 1;
        for (var category : score.categories().entrySet()) {
            if (!own.containsKey(category.getKey())) {
                left *= 1 - category.getValue();
            }
        }
        return left;
    }

    private static Outcome decide(double confidence, Thresholds two) {
        if (confidence > two.approveAbove()) {
            return Outcome.APPROVED;
        }
        return confidence < two.rejectBelow() ? Outcome.REJECTED : Outcome.REVIEW;
    }

    /** They stand in that order. */
    private static Outcome graver(Outcome one, Outcome other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
