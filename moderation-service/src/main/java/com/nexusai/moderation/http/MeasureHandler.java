package com.nexusai.moderation.http;

import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.command.CommandDesk;
import com.nexusai.moderation.domain.ContentRules;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Golden;
import com.nexusai.schema.moderation.ModerationCommand.Measure;
import com.nexusai.schema.moderation.Outcome;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Leads make cases whose answer is known, and take them out of use. */
public final class MeasureHandler {
    private static final int LONGEST_TEXT = 20_000;

    private final CommandDesk desk;
    private final Supplier<String> freshIds;
    private final Clock clock;

    public MeasureHandler(CommandDesk desk, Supplier<String> freshIds, Clock clock) {
        this.desk = desk;
        this.freshIds = freshIds;
        this.clock = clock;
    }

    /** @param contentId should look like any other */
    record MeasureRequest(
            @Nullable String contentId,
            @Nullable ContentKind kind,
            @Nullable String text,
            @Nullable Outcome answer,
            @Nullable String category) {}

    void make(Context ctx) {
        var request = RequestBody.json(ctx, MeasureRequest.class);
        if (request.answer() == null || request.answer() == Outcome.REVIEW) {
            throw Problem.invalid("answer", "It must be APPROVED or REJECTED.");
        }
        var text = ActRequest.text("text", request.text(), LONGEST_TEXT);
        if (text == null) {
            throw Problem.invalid("text", "It is needed.");
        }
        var given = ActRequest.text("contentId", request.contentId(), ContentRules.LONGEST_ID);
        var category = ActRequest.text("category", request.category(), ContentRules.LONGEST_ID);
        give(ctx, given == null ? freshIds.get() : given, request.kind(), text, new Golden(request.answer(), category));
    }

    void retire(Context ctx) {
        give(ctx, ctx.pathParam(CaseHandler.CONTENT_ID), null, null, null);
    }

    private void give(
            Context ctx, String contentId, @Nullable ContentKind kind, @Nullable String text, @Nullable Golden answer) {
        var who = Moderator.of(ctx, freshIds, clock);
        var command = new Measure(who.tenantId(), contentId, who.commandId(), who.name(), kind, text, answer, who.at());
        ActAnswer.answer(ctx, who.commandId(), contentId, desk.give(command));
    }
}
