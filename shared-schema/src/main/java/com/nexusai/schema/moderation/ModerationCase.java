package com.nexusai.schema.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The case about one piece of content, as it stands.
 *
 * @param submissions how often the same content came
 * @param revision counts its changes
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
        long revision) {}
