package com.nexusai.moderation.http;

import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.kit.trace.TraceHeaders;
import com.nexusai.kit.trace.TraceScope;
import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.Submission;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.moderation.ModerationCommand;
import com.nexusai.schema.topic.Topics;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at content while the caller waits, and answers once the command is safe in Kafka; the case follows from it. */
public final class SubmitHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SubmitHandler.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Casework casework;
    private final Producer<String, ModerationCommand> commands;
    private final Supplier<String> freshIds;
    private final Clock clock;

    public SubmitHandler(
            Casework casework, Producer<String, ModerationCommand> commands, Supplier<String> freshIds, Clock clock) {
        this.casework = casework;
        this.commands = commands;
        this.freshIds = freshIds;
        this.clock = clock;
    }

    void moderate(Context ctx) {
        var request = RequestBody.json(ctx, ModerateRequest.class);
        var command =
                request.command(Access.tenant(ctx), freshIds, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var decision = casework.decide(new Submission(command, null));
        send(command);
        ctx.json(ModerateAnswer.of(decision));
    }

    private void send(ModerationCommand command) {
        var key = EventKey.of(command.tenantId(), command.contentId());
        var record = new ProducerRecord<>(Topics.MODERATION_COMMANDS.name(), key, command);
        TraceHeaders.write(record.headers(), TraceScope.current(), TraceScope.currentCorrelationId());
        try {
            commands.send(record).get();
        } catch (ExecutionException | KafkaException failure) {
            throw notTaken(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw notTaken(interrupted);
        }
    }

    private static Problem notTaken(Exception failure) {
        LOG.warn("a command could not be written", failure);
        return Problem.unavailable("Kafka did not take the content; nothing was decided. Try again.", RETRY_AFTER);
    }
}
