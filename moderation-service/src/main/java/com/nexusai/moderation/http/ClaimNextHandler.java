package com.nexusai.moderation.http;

import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.command.CommandDesk;
import com.nexusai.moderation.domain.PendingKey;
import com.nexusai.moderation.store.PendingPage;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import com.nexusai.schema.moderation.ModeratorRole;
import com.nexusai.schema.moderation.ReviewStep;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Claims the most urgent case that the moderator may take. If somebody else is quicker, the one after it. */
public final class ClaimNextHandler {
    private static final int LOOKED_AT = 50;

    private final QueueHandler queue;
    private final CommandDesk desk;
    private final Supplier<String> freshIds;
    private final Clock clock;

    public ClaimNextHandler(QueueHandler queue, CommandDesk desk, Supplier<String> freshIds, Clock clock) {
        this.queue = queue;
        this.desk = desk;
        this.freshIds = freshIds;
        this.clock = clock;
    }

    record NextRequest(@Nullable String queue) {}

    void next(Context ctx) {
        var request = ctx.req().getContentLengthLong() == 0
                ? new NextRequest(null)
                : RequestBody.json(ctx, NextRequest.class);
        var who = Moderator.of(ctx, freshIds, clock);
        var line = request.queue() == null ? PendingKey.ALL_QUEUES : request.queue();
        if (line.isEmpty() || line.contains("/")) {
            throw Problem.invalid("queue", "No queue is called so.");
        }
        var page = PendingPage.urgent(who.tenantId(), line, LOOKED_AT);
        for (var candidate : queue.gathered(ctx, page).cases()) {
            if (mayTake(candidate, who) && claimed(ctx, candidate, who)) {
                return;
            }
        }
        ctx.status(HttpStatus.NO_CONTENT);
    }

    /** @return whether the request is answered */
    private boolean claimed(Context ctx, CaseView candidate, Moderator who) {
        var each = who.about(candidate.contentId());
        var outcome = desk.give(new Review(
                each.tenantId(),
                candidate.contentId(),
                each.commandId(),
                each.name(),
                each.role(),
                ReviewStep.CLAIM,
                null,
                null,
                null,
                null,
                null,
                candidate.decisionId(),
                each.at()));
        if (outcome.isPresent() && outcome.get().refusal() != null) {
            return false;
        }
        ActAnswer.answer(ctx, each.commandId(), candidate.contentId(), outcome);
        return true;
    }

    private static boolean mayTake(CaseView candidate, Moderator who) {
        var handling = candidate.handling();
        var appeal = handling.appeal();
        boolean own = candidate.state() == CaseState.APPEALED
                && appeal != null
                && who.name().equals(appeal.decidedBy());
        boolean tooHigh = candidate.state() == CaseState.ESCALATED && who.role() == ModeratorRole.MODERATOR;
        return !own && !tooHigh && !handling.skippedBy().contains(who.name());
    }
}
