package com.nexusai.moderation.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.domain.ContentRules;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of a moderation request.
 *
 * @param type another name for {@code kind}
 * @param context for providers to come; the local scorer does not look at it
 */
record ModerateRequest(
        @Nullable String contentId,
        @Nullable String kind,
        @Nullable String type,
        @Nullable String text,
        @Nullable String authorId,
        @Nullable JsonNode context) {

    /** @throws Problem naming the field that cannot be accepted */
    Submit command(String tenantId, Supplier<String> freshId, Instant at) {
        var kind = contentKind();
        var id = id("contentId", contentId);
        return new Submit(
                tenantId,
                id != null ? id : freshId.get(),
                kind,
                text(kind),
                id("authorId", authorId),
                "rest",
                null,
                at);
    }

    private ContentKind contentKind() {
        var named = kind != null ? kind : type;
        return named == null
                ? ContentKind.MESSAGE
                : ContentRules.kind(named)
                        .orElseThrow(() -> Problem.invalid(
                                kind != null ? "kind" : "type", "It must be one of " + ContentRules.kinds() + "."));
    }

    private String text(ContentKind kind) {
        var given = text == null ? "" : text;
        if (given.isBlank() && !ContentRules.isMedium(kind)) {
            throw Problem.invalid("text", "There is no text to look at.");
        }
        if (given.length() > ContentRules.LONGEST_TEXT) {
            throw Problem.tooLarge("The text has " + given.length() + " characters, and may have "
                            + ContentRules.LONGEST_TEXT + ".")
                    .with("field", "text");
        }
        return ContentRules.wellFormed(given);
    }

    private static @Nullable String id(String field, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > ContentRules.LONGEST_ID) {
            throw Problem.invalid(field, "It may have " + ContentRules.LONGEST_ID + " characters.");
        }
        return ContentRules.wellFormed(given);
    }
}
