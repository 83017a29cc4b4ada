package com.nexusai.schema.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moderator's decision that has no effect yet: until then, whoever made it may take it back.
 *
 * @param commandId the command, from which the id of the decision follows
 * @param step what was decided: approve, reject, uphold or overturn
 * @param until reject: the end of a suspension
 * @param at when it was asked for
 */
public record HeldRuling(
        String commandId,
        String by,
        ReviewStep step,
        @Nullable String category,
        @Nullable ActionKind action,
        @Nullable Instant until,
        @Nullable String note,
        Instant at,
        Instant effectiveAt) {}
