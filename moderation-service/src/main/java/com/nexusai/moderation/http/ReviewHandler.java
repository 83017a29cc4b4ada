package com.nexusai.moderation.http;

import com.nexusai.moderation.command.CommandDesk;
import com.nexusai.schema.moderation.ReviewStep;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.util.function.Supplier;

/** What moderators do with a case. */
public final class ReviewHandler {
    private final CommandDesk desk;
    private final Supplier<String> freshIds;
    private final Clock clock;

    public ReviewHandler(CommandDesk desk, Supplier<String> freshIds, Clock clock) {
        this.desk = desk;
        this.freshIds = freshIds;
        this.clock = clock;
    }

    Handler step(ReviewStep step) {
        return ctx -> act(ctx, step);
    }

    private void act(Context ctx, ReviewStep step) {
        var contentId = ctx.pathParam(CaseHandler.CONTENT_ID);
        var who = Moderator.of(ctx, freshIds, clock);
        var command = ActRequest.of(ctx)
                .review(who.tenantId(), contentId, who.commandId(), who.name(), who.role(), step, who.at());
        ActAnswer.answer(ctx, who.commandId(), contentId, desk.give(command));
    }
}
