package com.nexusai.schema.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command that a person gave.
 *
 * @param command what was asked for, such as {@code approve} or {@code report}
 * @param refusal why it was not done, in kebab case; null where it was
 * @param detail the refusal in words
 * @param state the case's after it; null where there is no case
 * @param claimedBy who reviews the case after it
 * @param undoUntil until when the decision may be taken back; null for what is in effect at once
 */
public record CommandOutcome(
        String commandId,
        String tenantId,
        String contentId,
        String caseId,
        String command,
        String by,
        @Nullable String refusal,
        @Nullable String detail,
        @Nullable CaseState state,
        long revision,
        @Nullable String decisionId,
        @Nullable String claimedBy,
        @Nullable Instant claimedUntil,
        Instant at,
        @Nullable Instant undoUntil) {}
