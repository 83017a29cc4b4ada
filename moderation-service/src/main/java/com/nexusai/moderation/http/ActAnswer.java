package com.nexusai.moderation.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.CommandOutcome;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a command: the case as it was after it. */
record ActAnswer(
        String commandId,
        String contentId,
        String caseId,
        @Nullable CaseState state,
        long revision,
        @Nullable String decisionId,
        @Nullable String claimedBy,
        @Nullable Instant claimedUntil,
        @Nullable Instant undoUntil) {

    static ActAnswer of(CommandOutcome outcome) {
        return new ActAnswer(
                outcome.commandId(),
                outcome.contentId(),
                outcome.caseId(),
                outcome.state(),
                outcome.revision(),
                outcome.decisionId(),
                outcome.claimedBy(),
                outcome.claimedUntil(),
                outcome.undoUntil());
    }

    /** 200 when it is done; 202 when the command is safe and nothing is known of it yet. Refusals are problems. */
    static void answer(Context ctx, String commandId, String contentId, Optional<CommandOutcome> outcome) {
        if (outcome.isEmpty()) {
            ctx.status(HttpStatus.ACCEPTED)
                    .json(Map.of("commandId", commandId, "contentId", contentId, "status", "accepted"));
            return;
        }
        refuse(outcome.get());
        ctx.json(of(outcome.get()));
    }

    private static void refuse(CommandOutcome outcome) {
        var code = outcome.refusal();
        if (code == null) {
            return;
        }
        var problem = problem(code, String.valueOf(outcome.detail()));
        if (outcome.state() != null) {
            problem.with("state", outcome.state()).with("revision", outcome.revision());
        }
        throw problem.with("commandId", outcome.commandId());
    }

    static int status(String refusal) {
        return switch (refusal) {
            case "no-case" -> 404;
            case "lead-only", "same-moderator", "not-the-author" -> 403;
            default -> 409;
        };
    }

    private static Problem problem(String code, String detail) {
        return switch (status(code)) {
            case 404 -> Problem.notFound(detail);
            case 403 -> Problem.of(403, code, "This person may not do it", detail);
            default -> Problem.conflict(code, "It cannot be done as the case stands", detail);
        };
    }
}
