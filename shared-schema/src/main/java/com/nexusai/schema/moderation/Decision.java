package com.nexusai.schema.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decision about one piece of content, with everything that led to it.
 *
 * @param decisionId the same again when the same command is processed again
 * @param confidence that the content is acceptable, 0 to 1
 * @param categories how strongly each category spoke, 0 to 1
 * @param policy name and version of the rules
 * @param decidedBy the moderator; null where no person decided
 * @param note what the moderator wrote
 * @param action what is to be done; null while nothing is decided, and in decisions of before there were actions
 * @param undoes the rejection that an appeal overturned: its action and its strike are undone
 * @param shadow what rules that are only tried out would have decided; null where there are none
 * @param origin how it came to be decided; null in decisions of before that was written down
 */
public record Decision(
        String decisionId,
        String tenantId,
        String contentId,
        String caseId,
        ContentKind kind,
        @Nullable String authorId,
        Outcome decision,
        double confidence,
        Map<String, Double> categories,
        List<Reason> reasons,
        String policy,
        boolean automated,
        @Nullable String eventId,
        Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String note,
        @Nullable Action action,
        @Nullable String undoes,
        @Nullable ShadowDecision shadow,
        @Nullable DecisionOrigin origin) {

    public Decision {
        categories = Map.copyOf(categories);
        reasons = List.copyOf(reasons);
    }

    /** One beside which no other rules were tried out. */
    public Decision(
            String decisionId,
            String tenantId,
            String contentId,
            String caseId,
            ContentKind kind,
            @Nullable String authorId,
            Outcome decision,
            double confidence,
            Map<String, Double> categories,
            List<Reason> reasons,
            String policy,
            boolean automated,
            @Nullable String eventId,
            Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String note,
            @Nullable Action action,
            @Nullable String undoes) {
        this(
                decisionId,
                tenantId,
                contentId,
                caseId,
                kind,
                authorId,
                decision,
                confidence,
                categories,
                reasons,
                policy,
                automated,
                eventId,
                decidedAt,
                decidedBy,
                note,
                action,
                undoes,
                null,
                null);
    }

    /** One that no person has made, and that says nothing of what is to be done. */
    public Decision(
            String decisionId,
            String tenantId,
            String contentId,
            String caseId,
            ContentKind kind,
            @Nullable String authorId,
            Outcome decision,
            double confidence,
            Map<String, Double> categories,
            List<Reason> reasons,
            String policy,
            boolean automated,
            @Nullable String eventId,
            Instant decidedAt) {
        this(
                decisionId,
                tenantId,
                contentId,
                caseId,
                kind,
                authorId,
                decision,
                confidence,
                categories,
                reasons,
                policy,
                automated,
                eventId,
                decidedAt,
                null,
                null,
                null,
                null);
    }
}
