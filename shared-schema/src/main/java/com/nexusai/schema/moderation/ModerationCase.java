package com.nexusai.schema.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The case about one piece of content, as it stands.
 *
 * @param submissions how often the same content came
 * @param revision counts its changes
 * @param handling what people do with it
 */
public record ModerationCase(
        String caseId,
        String tenantId,
        String contentId,
        CaseState state,
        ContentKind kind,
        String text,
        @Nullable String authorId,
        Decision decision,
        long submissions,
        Instant openedAt,
        Instant updatedAt,
        long revision,
        Handling handling) {

    public ModerationCase {
        // a case that was written before people could do anything with it
        handling = handling == null ? Handling.NONE : handling;
    }

    /** The next revision of the same content. */
    public ModerationCase changed(CaseState newState, Decision newDecision, Handling newHandling, Instant at) {
        return new ModerationCase(
                caseId,
                tenantId,
                contentId,
                newState,
                kind,
                text,
                authorId,
                newDecision,
                submissions,
                openedAt,
                at.isAfter(updatedAt) ? at : updatedAt,
                revision + 1,
                newHandling);
    }
}
