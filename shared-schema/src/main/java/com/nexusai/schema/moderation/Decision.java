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
        Instant decidedAt) {

    public Decision {
        categories = Map.copyOf(categories);
        reasons = List.copyOf(reasons);
    }
}
