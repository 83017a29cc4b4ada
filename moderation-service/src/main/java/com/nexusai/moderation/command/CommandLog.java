package com.nexusai.moderation.command;

import com.nexusai.kit.kafka.KafkaClients;
import com.nexusai.kit.problem.Problem;
import com.nexusai.kit.trace.TraceHeaders;
import com.nexusai.kit.trace.TraceScope;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.moderation.ModerationCommand;
import com.nexusai.schema.topic.Topics;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic of commands, for those who have to know that theirs is in it. */
public final class CommandLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLog.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Producer<String, ModerationCommand> producer;

    public CommandLog(Producer<String, ModerationCommand> producer) {
        this.producer = producer;
    }

    public static CommandLog open(KafkaClients clients) {
        var topic = Topics.MODERATION_COMMANDS;
        return new CommandLog(clients.producer(
                "commands", topic.keySerde().serializer(), topic.valueSerde().serializer()));
    }

    /**
     * Returns once all in-sync replicas have the command.
     *
     * @throws Problem 503 if they cannot take it now
     */
    public void append(ModerationCommand command) {
        append(command, 0);
    }

    /** @param pace how much content its author has sent of late; 0 where nobody counts */
    public void append(ModerationCommand command, long pace) {
        var key = EventKey.of(command.tenantId(), command.contentId());
        var record = new ProducerRecord<>(Topics.MODERATION_COMMANDS.name(), key, command);
        TraceHeaders.write(record.headers(), TraceScope.current(), TraceScope.currentCorrelationId());
        if (pace > 0) {
            ActorPace.write(record.headers(), pace);
        }
        try {
            producer.send(record).get();
        } catch (ExecutionException | KafkaException failure) {
            throw notTaken(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw notTaken(interrupted);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private static Problem notTaken(Exception failure) {
        LOG.warn("a command could not be written", failure);
        return Problem.unavailable("Kafka does not take the content now; try again.", RETRY_AFTER);
    }
}
