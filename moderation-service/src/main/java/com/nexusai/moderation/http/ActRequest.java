package com.nexusai.moderation.http;

import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.domain.ContentRules;
import com.nexusai.schema.moderation.ActionKind;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import com.nexusai.schema.moderation.ModeratorRole;
import com.nexusai.schema.moderation.ReviewStep;
import io.javalin.http.Context;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The body of a moderator's step. All of it may be missing, and the body itself.
 *
 * @param to the moderator to whom a case is given
 * @param seen the decision that the moderator saw
 * @param undoSeconds for how long the decision may be taken back
 */
record ActRequest(
        @Nullable String note,
        @Nullable String category,
        @Nullable ActionKind action,
        @Nullable Instant until,
        @Nullable String to,
        @Nullable String seen,
        @Nullable Integer undoSeconds) {

    private static final int LONGEST_NOTE = 4_000;
    private static final int LONGEST_UNDO = 60;
    private static final ActRequest NOTHING = new ActRequest(null, null, null, null, null, null, null);

    static ActRequest of(Context ctx) {
        long length = ctx.req().getContentLengthLong();
        boolean untold = length < 0 && ctx.contentType() == null;
        return length == 0 || untold ? NOTHING : RequestBody.json(ctx, ActRequest.class);
    }

    /** @throws Problem naming the field that cannot be accepted */
    Review review(
            String tenantId,
            String contentId,
            String commandId,
            String by,
            ModeratorRole role,
            ReviewStep step,
            Instant at) {
        if (step == ReviewStep.REASSIGN && (to == null || to.isBlank())) {
            throw Problem.invalid("to", "Say to whom the case is given: a key's id, or the subject of a token.");
        }
        if (until != null && !until.isAfter(at)) {
            throw Problem.invalid("until", "A suspension must end in the future.");
        }
        if (undoSeconds != null && (undoSeconds < 0 || undoSeconds > LONGEST_UNDO)) {
            throw Problem.invalid("undoSeconds", "It must be from 0 to " + LONGEST_UNDO + ".");
        }
        return new Review(
                tenantId,
                contentId,
                commandId,
                by,
                role,
                step,
                step == ReviewStep.REASSIGN ? to : null,
                text("category", category, ContentRules.LONGEST_ID),
                action,
                until,
                text("note", note, LONGEST_NOTE),
                seen,
                at,
                step.decides() ? undoSeconds : null);
    }

    static @Nullable String text(String field, @Nullable String given, int longest) {
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > longest) {
            throw Problem.invalid(field, "It may have " + longest + " characters.");
        }
        return ContentRules.wellFormed(given);
    }

    static @Nullable String note(@Nullable String given) {
        return text("note", given, LONGEST_NOTE);
    }
}
