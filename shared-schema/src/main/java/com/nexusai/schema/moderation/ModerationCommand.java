package com.nexusai.schema.moderation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody wants of moderation. Commands about one piece of content meet in order on one partition. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes(@JsonSubTypes.Type(value = ModerationCommand.Submit.class, name = "submit"))
public sealed interface ModerationCommand {
    String tenantId();

    String contentId();

    Instant at();

    /**
     * Look at this content.
     *
     * @param origin {@code event} or {@code rest}
     * @param eventId the event that carried it, if one did
     */
    record Submit(
            String tenantId,
            String contentId,
            ContentKind kind,
            String text,
            @Nullable String authorId,
            String origin,
            @Nullable String eventId,
            Instant at)
            implements ModerationCommand {}
}
