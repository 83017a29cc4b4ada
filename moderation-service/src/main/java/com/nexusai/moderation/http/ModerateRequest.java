package com.nexusai.moderation.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.domain.ContentRules;
import com.nexusai.moderation.domain.MediumText;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Media;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of a moderation request.
 *
 * @param type another name for {@code kind}
 * @param media what is known of a picture, sound or film
 * @param context what the caller wants to say besides; nobody looks at it
 */
record ModerateRequest(
        @Nullable String contentId,
        @Nullable String kind,
        @Nullable String type,
        @Nullable String text,
        @Nullable String caption,
        @Nullable String fileName,
        @Nullable String transcript,
        @Nullable String authorId,
        @Nullable MediaRequest media,
        @Nullable JsonNode context) {

    /** @throws Problem naming the field that cannot be accepted */
    Submit command(String tenantId, Supplier<String> freshId, Instant at, @Nullable Media known) {
        var kind = contentKind();
        var id = id("contentId", contentId);
        return new Submit(
                tenantId,
                id != null ? id : freshId.get(),
                kind,
                written(kind),
                id("authorId", authorId),
                "rest",
                null,
                at,
                null,
                known,
                null);
    }

    private ContentKind contentKind() {
        var named = kind != null ? kind : type;
        return named == null
                ? ContentKind.MESSAGE
                : ContentRules.kind(named)
                        .orElseThrow(() -> Problem.invalid(
                                kind != null ? "kind" : "type", "It must be one of " + ContentRules.kinds() + "."));
    }

    private String written(ContentKind kind) {
        var given = MediumText.of(text, caption, fileName, transcript);
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
