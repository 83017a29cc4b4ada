package com.nexusai.moderation.http;

import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.command.CommandDesk;
import com.nexusai.schema.moderation.ActionKind;
import com.nexusai.schema.moderation.CommandOutcome;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import com.nexusai.schema.moderation.ReviewStep;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The same step for many cases at once. Each succeeds or fails for itself, and the answer says so of each. */
public final class BulkHandler {
    private static final int MOST = 100;

    private final CommandDesk desk;
    private final Supplier<String> freshIds;
    private final Clock clock;

    public BulkHandler(CommandDesk desk, Supplier<String> freshIds, Clock clock) {
        this.desk = desk;
        this.freshIds = freshIds;
        this.clock = clock;
    }

    record BulkRequest(
            @Nullable ReviewStep step,
            @Nullable List<String> contentIds,
            @Nullable String note,
            @Nullable String category,
            @Nullable ActionKind action,
            @Nullable Instant until,
            @Nullable String to,
            @Nullable Integer undoSeconds) {

        ActRequest each() {
            return new ActRequest(note, category, action, until, to, null, undoSeconds);
        }
    }

    /** @param status as it would be for the step alone */
    record Result(
            String contentId,
            int status,
            @Nullable String refusal,
            @Nullable String detail,
            @Nullable ActAnswer outcome) {

        static Result of(String contentId, Optional<CommandOutcome> outcome) {
            if (outcome.isEmpty()) {
                return new Result(contentId, 202, null, null, null);
            }
            var known = outcome.get();
            int status = known.refusal() == null ? 200 : ActAnswer.status(known.refusal());
            return new Result(contentId, status, known.refusal(), known.detail(), ActAnswer.of(known));
        }

        static Result failed(String contentId, Throwable failure) {
            return failure instanceof Problem problem
                    ? new Result(contentId, problem.status(), null, problem.detail(), null)
                    : new Result(contentId, 500, null, "It failed; nothing is known of it.", null);
        }
    }

    void bulk(Context ctx) {
        var request = RequestBody.json(ctx, BulkRequest.class);
        var who = Moderator.of(ctx, freshIds, clock);
        var commands = commands(request, who);
        var given = new LinkedHashMap<String, Future<Optional<CommandOutcome>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            commands.forEach((contentId, command) -> given.put(contentId, threads.submit(() -> desk.give(command))));
        }
        var results = new ArrayList<Result>();
        given.forEach((contentId, outcome) -> results.add(result(contentId, outcome)));
        ctx.json(Map.of("results", results));
    }

    private static Map<String, Review> commands(BulkRequest request, Moderator who) {
        var step = request.step();
        if (step == null) {
            throw Problem.invalid("step", "It is needed: claim, skip, approve, reject, escalate or reassign.");
        }
        var contentIds = new LinkedHashSet<>(request.contentIds() == null ? List.of() : request.contentIds());
        if (contentIds.isEmpty() || contentIds.size() > MOST) {
            throw Problem.invalid("contentIds", "There must be 1 to " + MOST + " of them.");
        }
        var commands = new LinkedHashMap<String, Review>();
        for (var contentId : contentIds) {
            if (contentId == null || contentId.isBlank()) {
                throw Problem.invalid("contentIds", "None of them may be empty.");
            }
            var each = who.about(contentId);
            commands.put(
                    contentId,
                    request.each()
                            .review(
                                    each.tenantId(),
                                    contentId,
                                    each.commandId(),
                                    each.name(),
                                    each.role(),
                                    step,
                                    each.at()));
        }
        return commands;
    }

    private static Result result(String contentId, Future<Optional<CommandOutcome>> outcome) {
        try {
            return Result.of(contentId, outcome.get());
        } catch (ExecutionException failure) {
            return Result.failed(contentId, failure.getCause() == null ? failure : failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Result.failed(contentId, interrupted);
        }
    }
}
