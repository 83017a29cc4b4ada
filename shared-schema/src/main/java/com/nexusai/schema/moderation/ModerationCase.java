package com.nexusai.schema.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The case about one piece of content, as it stands.
 *
 * @param submissions how often the same content came
 * @param revision counts its changes
 * @param handling what people do with it
 * @param media the thing itself, where it is not text
 * @param asking what providers are asked about it; while this is there, and nobody else does anything, no person is asked
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
        Handling handling,
        @Nullable Media media,
        @Nullable CaseQuestion asking) {

    public ModerationCase {
        // a case that was written before people could do anything with it
        handling = handling == null ? Handling.NONE : handling;
    }

    /** One about text, about which nobody else is asked. */
    public ModerationCase(
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
        this(
                caseId,
                tenantId,
                contentId,
                state,
                kind,
                text,
                authorId,
                decision,
                submissions,
                openedAt,
                updatedAt,
                revision,
                handling,
                null,
                null);
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
                newHandling,
                media,
                asking);
    }

    /** The same, about which nobody is asked any more. */
    public ModerationCase answered() {
        return asking(null);
    }

    /** The same, with what is found so far. */
    public ModerationCase decidedSoFar(Decision other) {
        return new ModerationCase(
                caseId,
                tenantId,
                contentId,
                state,
                kind,
                text,
                authorId,
                other,
                submissions,
                openedAt,
                updatedAt,
                revision,
                handling,
                media,
                asking);
    }

    /** The same, about which others are asked. */
    public ModerationCase asking(@Nullable CaseQuestion question) {
        return new ModerationCase(
                caseId,
                tenantId,
                contentId,
                state,
                kind,
                text,
                authorId,
                decision,
                submissions,
                openedAt,
                updatedAt,
                revision,
                handling,
                media,
                question);
    }
}
