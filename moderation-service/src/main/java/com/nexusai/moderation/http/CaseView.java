package com.nexusai.moderation.http;

import com.nexusai.moderation.domain.Exposure;
import com.nexusai.moderation.domain.GoldenDesk;
import com.nexusai.schema.moderation.Action;
import com.nexusai.schema.moderation.CaseAct;
import com.nexusai.schema.moderation.CaseQuestion;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Handling;
import com.nexusai.schema.moderation.Media;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.moderation.ShadowDecision;
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
        String decisionId,
        boolean automated,
        @Nullable String decidedBy,
        @Nullable String note,
        @Nullable Action action,
        Instant decidedAt,
        long submissions,
        Instant openedAt,
        Instant updatedAt,
        long revision,
        boolean severe,
        Handling handling,
        @Nullable Media media,
        @Nullable CaseQuestion asking,
        @Nullable ShadowDecision shadow,
        @Nullable List<CaseAct> history,
        @Nullable Meta meta) {

    /** What only measures moderators looks to them like any other case. */
    static CaseView of(ModerationCase known, @Nullable List<CaseAct> history, @Nullable Meta meta, Viewer viewer) {
        if (known.handling().golden() == null || viewer.leads()) {
            return of(known, history, meta);
        }
        var disguised = GoldenDesk.disguised(known);
        return of(disguised, history == null ? null : GoldenDesk.disguised(known, history, viewer.name()), meta);
    }

    /** @param history null where it is not asked for */
    private static CaseView of(ModerationCase standing, @Nullable List<CaseAct> history, @Nullable Meta meta) {
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
                decision.decisionId(),
                decision.automated(),
                decision.decidedBy(),
                decision.note(),
                decision.action(),
                decision.decidedAt(),
                standing.submissions(),
                standing.openedAt(),
                standing.updatedAt(),
                standing.revision(),
                Exposure.severe(decision.categories()),
                standing.handling(),
                standing.media(),
                standing.asking(),
                decision.shadow(),
                history,
                meta);
    }
}
