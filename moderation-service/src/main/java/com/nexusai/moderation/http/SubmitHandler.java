package com.nexusai.moderation.http;

import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.command.CommandLog;
import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.ContentRules;
import com.nexusai.moderation.domain.RequestPaces;
import com.nexusai.moderation.domain.Ruling;
import com.nexusai.moderation.domain.SecondOpinion;
import com.nexusai.moderation.domain.Submission;
import com.nexusai.moderation.provider.Providers;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at content while the caller waits, and answers once the command is safe in Kafka; the case follows from it. Where
 * the tenant has providers, it asks them itself: the caller waits for them, and the bytes of a picture are only here.
 */
public final class SubmitHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SubmitHandler.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Casework casework;
    private final CommandLog commands;
    private final Providers providers;
    private final RequestPaces paces = new RequestPaces();
    private final Supplier<String> freshIds;
    private final Clock clock;
    private final Executor later;

    /** @param later for what need not be waited for */
    public SubmitHandler(
            Casework casework,
            CommandLog commands,
            Providers providers,
            Supplier<String> freshIds,
            Clock clock,
            Executor later) {
        this.casework = casework;
        this.commands = commands;
        this.providers = providers;
        this.freshIds = freshIds;
        this.clock = clock;
        this.later = later;
    }

    void moderate(Context ctx) {
        var request = RequestBody.json(ctx, ModerateRequest.class);
        boolean waits = !Boolean.parseBoolean(ctx.queryParam("async"));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var media = request.media();
        var command = request.command(Access.tenant(ctx), freshIds, now, media == null ? null : media.known());
        var image = media == null ? null : media.base64();
        var submission = new Submission(asking(command, waits, image != null), null, pace(command));
        var ruling = casework.submit(null, submission);
        boolean asks = ruling instanceof Ruling.Asked && (waits || image != null);
        commands.append(asks ? submission.command() : command, submission.pace());
        if (!waits) {
            if (asks) {
                later.execute(() -> decided(ruling.standing(), image));
            }
            ctx.status(HttpStatus.ACCEPTED)
                    .json(Map.of(
                            "contentId",
                            command.contentId(),
                            "caseId",
                            ruling.standing().caseId(),
                            "status",
                            "accepted"));
            return;
        }
        ctx.json(ModerateAnswer.of(
                asks ? decided(ruling.standing(), image) : ruling.standing().decision()));
    }

    private long pace(Submit command) {
        var author = command.authorId();
        return author == null ? 0 : paces.count(EventKey.of(command.tenantId(), author), command.at());
    }

    private static Submit asking(Submit command, boolean waits, boolean inHand) {
        var media = command.media();
        boolean visible = inHand || (media != null && media.url() != null) || !ContentRules.isMedium(command.kind());
        return visible && (waits || inHand) ? command.askingItself() : command;
    }

    /** Asks, gives the verdict after the submission, and does with it what the case will do. */
    private Decision decided(ModerationCase asked, @Nullable String image) {
        try {
            var question = Objects.requireNonNull(SecondOpinion.of(asked));
            var verdict = providers.ask(question, image);
            commands.append(verdict);
            var ruling = casework.hear(asked, verdict);
            return ruling == null ? asked.decision() : ruling.standing().decision();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            LOG.info("stopped while providers were asked about {}", asked.caseId());
            throw Problem.unavailable("The service stops; the case is there and will be decided.", RETRY_AFTER);
        }
    }
}
