package com.nexusai.moderation.command;

import com.nexusai.schema.moderation.CommandOutcome;
import com.nexusai.schema.moderation.ModerationCommand.ByPerson;
import java.time.Duration;
import java.util.Optional;

/** Where people's commands are given, and where one waits for what becomes of them. */
@FunctionalInterface
public interface CommandDesk {
    /** For as long an answer can be waited for; after that the command will still be carried out. */
    Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Returns once the outcome is committed; empty when it is not known in time.
     *
     * @throws com.nexusai.kit.problem.Problem 503 if the command could not be written
     */
    Optional<CommandOutcome> give(ByPerson command);
}
