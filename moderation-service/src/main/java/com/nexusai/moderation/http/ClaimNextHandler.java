package com.nexusai.moderation.http;

import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.command.CommandDesk;
import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.Draw;
import com.nexusai.moderation.domain.GoldenDesk;
import com.nexusai.moderation.domain.PendingKey;
import com.nexusai.moderation.store.PendingPage;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import com.nexusai.schema.moderation.ModeratorRole;
import com.nexusai.schema.moderation.ReviewStep;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Claims the most urgent case that the moderator may take. If somebody else is quicker, the one after it. */
public final class ClaimNextHandler {
    private static final int LOOKED_AT = 50;

    private final QueueHandler queue;
    private final WorkloadHandler workload;
    private final Casework casework;
    private final Giving giving;

    /** What is needed to give a command. */
    record Giving(CommandDesk desk, Supplier<String> freshIds, Clock clock) {}

    ClaimNextHandler(QueueHandler queue, WorkloadHandler workload, Casework casework, Giving giving) {
        this.queue = queue;
        this.workload = workload;
        this.casework = casework;
        this.giving = giving;
    }

    record NextRequest(@Nullable String queue) {}

    void next(Context ctx) {
        var request = ctx.req().getContentLengthLong() == 0
                ? new NextRequest(null)
                : RequestBody.json(ctx, NextRequest.class);
        var who = Moderator.of(ctx, giving.freshIds(), giving.clock());
        var line = request.queue() == null ? PendingKey.ALL_QUEUES : request.queue();
        if (line.isEmpty() || line.contains("/")) {
            throw Problem.invalid("queue", "No queue is called so.");
        }
        boolean spared = workload.of(ctx, Viewer.of(who)).severeElsewhere();
        for (var candidate : candidates(ctx, who, line)) {
            if (mayTake(candidate, who, spared) && claimed(ctx, candidate, who)) {
                return;
            }
        }
        ctx.status(HttpStatus.NO_CONTENT);
    }

    /** Now and then one comes first whose answer is known; of those, only what this instance holds. */
    private List<CaseView> candidates(Context ctx, Moderator who, String line) {
        var candidates = new ArrayList<CaseView>();
        var care = casework.rules(who.tenantId()).care();
        if (Draw.hits(care.goldenPercent(), "golden", who.name(), who.commandId())) {
            var golden = PendingPage.urgent(who.tenantId(), GoldenDesk.QUEUE, LOOKED_AT);
            // with the eyes of a lead, who sees which moderators have had it
            candidates.addAll(queue.here(golden, new Viewer(who.tenantId(), who.name(), ModeratorRole.LEAD)));
        }
        candidates.addAll(queue.gathered(ctx, PendingPage.urgent(who.tenantId(), line, LOOKED_AT))
                .cases());
        return candidates;
    }

    /** @return whether the request is answered */
    private boolean claimed(Context ctx, CaseView candidate, Moderator who) {
        var each = who.about(candidate.contentId());
        var outcome = giving.desk()
                .give(new Review(
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

    private static boolean mayTake(CaseView candidate, Moderator who, boolean spared) {
        var handling = candidate.handling();
        var appeal = handling.appeal();
        boolean own = candidate.state() == CaseState.APPEALED
                && appeal != null
                && who.name().equals(appeal.decidedBy());
        boolean tooHigh = candidate.state() == CaseState.ESCALATED && who.role() == ModeratorRole.MODERATOR;
        return !own
                && !tooHigh
                && !(spared && candidate.severe())
                && !handling.skippedBy().contains(who.name());
    }
}
