package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a decision is about. */
record Subject(
        String tenantId,
        String contentId,
        ContentKind kind,
        @Nullable String authorId,
        @Nullable String eventId,
        Instant since) {

    static Subject of(Submit command) {
        return new Subject(
                command.tenantId(),
                command.contentId(),
                command.kind(),
                command.authorId(),
                command.eventId(),
                command.at());
    }

    static Subject of(ModerationCase known) {
        return new Subject(
                known.tenantId(),
                known.contentId(),
                known.kind(),
                known.authorId(),
                known.decision().eventId(),
                known.openedAt());
    }
}
