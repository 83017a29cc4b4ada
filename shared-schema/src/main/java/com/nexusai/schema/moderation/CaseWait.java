package com.nexusai.schema.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a case waits for a person.
 *
 * @param queue where it waits
 * @param rank since when it would have to wait to stand where it stands: urgent cases have a head start
 * @param dueAt by when it should be decided
 * @param expiresAt when it is given up; null for those that never are
 */
public record CaseWait(
        String queue,
        Instant since,
        Instant rank,
        Instant dueAt,
        boolean overdue,
        @Nullable Instant expiresAt) {}
