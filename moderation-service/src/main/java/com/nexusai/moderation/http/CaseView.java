package com.nexusai.moderation.http;

import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case as it goes out. */
record CaseView(
        String contentId,
        String caseId,
        CaseState state,
        ContentKind kind,
        String text,
        @Nullable String authorId,
        Outcome decision,
        double confidence,
        Map<String, Double> categories,
        List<Reason> reasons,
        String policy,
        boolean automated,
        Instant decidedAt,
        long submissions,
        Instant openedAt,
        Instant updatedAt,
        long revision,
        @Nullable Meta meta) {

    static CaseView of(ModerationCase standing, @Nullable Meta meta) {
        var decision = standing.decision();
        return new CaseView(
                standing.contentId(),
                standing.caseId(),
                standing.state(),
                standing.kind(),
                standing.text(),
                standing.authorId(),
                decision.decision(),
                decision.confidence(),
                decision.categories(),
                decision.reasons(),
                decision.policy(),
                decision.automated(),
                decision.decidedAt(),
                standing.submissions(),
                standing.openedAt(),
                standing.updatedAt(),
                standing.revision(),
                meta);
    }
}
