package com.nexusai.moderation.http;

import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.moderation.command.CommandLog;
import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.Submission;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/** Looks at content while the caller waits, and answers once the command is safe in Kafka; the case follows from it. */
public final class SubmitHandler {
    private final Casework casework;
    private final CommandLog commands;
    private final Supplier<String> freshIds;
    private final Clock clock;

    public SubmitHandler(Casework casework, CommandLog commands, Supplier<String> freshIds, Clock clock) {
        this.casework = casework;
        this.commands = commands;
        this.freshIds = freshIds;
        this.clock = clock;
    }

    void moderate(Context ctx) {
        var request = RequestBody.json(ctx, ModerateRequest.class);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var command = request.command(Access.tenant(ctx), freshIds, now);
        var decision = casework.decide(new Submission(command, null));
        commands.append(command);
        ctx.json(ModerateAnswer.of(decision));
    }
}
