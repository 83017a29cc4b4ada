package com.nexusai.moderation.command;

import com.nexusai.schema.moderation.CommandOutcome;
import com.nexusai.schema.moderation.ModerationCommand.ByPerson;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes a command to its topic and waits for its outcome on the other. */
public final class KafkaDesk implements CommandDesk {
    private final CommandLog commands;
    private final OutcomeFollower outcomes;

    public KafkaDesk(CommandLog commands, OutcomeFollower outcomes) {
        this.commands = commands;
        this.outcomes = outcomes;
    }

    @Override
    public Optional<CommandOutcome> give(ByPerson command) {
        var outcome = outcomes.expect(command.tenantId(), command.commandId());
        try {
            commands.append(command);
            return Optional.of(outcome.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (ExecutionException cannotBe) {
            throw new IllegalStateException(cannotBe);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            outcomes.forget(command.tenantId(), command.commandId(), outcome);
        }
    }
}
