package com.nexusai.schema.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An appeal against a rejection.
 *
 * @param decisionId the rejection
 * @param decidedBy who rejected; null where no person did
 */
public record CaseAppeal(
        String by,
        @Nullable String text,
        Instant at,
        String decisionId,
        @Nullable String decidedBy) {}
