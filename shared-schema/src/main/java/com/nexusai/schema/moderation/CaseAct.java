package com.nexusai.schema.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a case's history.
 *
 * @param revision of the case after it
 * @param act what was done, in kebab case, such as {@code approve}, {@code claim-lapsed}
 * @param by who did it; null where no person did
 * @param from the state before; null for the first
 */
public record CaseAct(
        long revision,
        Instant at,
        String act,
        @Nullable String by,
        @Nullable CaseState from,
        CaseState to,
        @Nullable String note,
        @Nullable String decisionId,
        @Nullable String commandId) {}
