package com.nexusai.moderation.http;

import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.Reason;
import java.util.List;
import java.util.Map;

/** What a moderation request is told. */
record ModerateAnswer(
        String contentId,
        Outcome decision,
        double confidence,
        Map<String, Double> categories,
        List<Reason> reasons,
        String policy,
        String caseId) {

    static ModerateAnswer of(Decision decision) {
        return new ModerateAnswer(
                decision.contentId(),
                decision.decision(),
                decision.confidence(),
                decision.categories(),
                decision.reasons(),
                decision.policy(),
                decision.caseId());
    }
}
