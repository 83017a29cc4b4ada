package com.nexusai.moderation.http;

import com.nexusai.kit.auth.Principal;
import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.moderation.ModeratorRole;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** Who gives a command, under which id, and when. */
record Moderator(String tenantId, String name, ModeratorRole role, String commandId, Instant at) {
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    static Moderator of(Context ctx, Supplier<String> freshIds, Clock clock) {
        var caller = Access.of(ctx);
        var given = ctx.header(IDEMPOTENCY_KEY);
        if (given != null && (given.isBlank() || given.length() > LONGEST_KEY)) {
            throw Problem.invalid(IDEMPOTENCY_KEY, "It must have 1 to " + LONGEST_KEY + " characters.");
        }
        return new Moderator(
                caller.tenantId(),
                caller.subject(),
                role(caller),
                given == null ? freshIds.get() : given,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    static ModeratorRole role(Principal caller) {
        if (caller.may(Scope.ADMIN)) {
            return ModeratorRole.ADMIN;
        }
        return caller.scopes().contains(Scope.LEAD) ? ModeratorRole.LEAD : ModeratorRole.MODERATOR;
    }

    /** The same person, with a command of its own for each of several contents. */
    Moderator about(String contentId) {
        return new Moderator(tenantId, name, role, commandId + "/" + contentId, at);
    }
}
