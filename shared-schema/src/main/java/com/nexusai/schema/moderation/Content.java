package com.nexusai.schema.moderation;

import org.jspecify.annotations.Nullable;

/**
 * A piece of content to be looked at: the {@code content} of an event, or the body of a moderation request.
 *
 * @param contentId the producer's id for it; the event's id where it gives none
 * @param text the text itself, or the caption, file name or transcript of a medium
 */
public record Content(
        @Nullable String contentId,
        @Nullable ContentKind kind,
        @Nullable String text,
        @Nullable String authorId) {}
