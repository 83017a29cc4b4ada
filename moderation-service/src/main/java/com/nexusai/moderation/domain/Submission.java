package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.ModerationCommand;
import org.jspecify.annotations.Nullable;

/**
 * Content that came in, readable or not.
 *
 * @param problem what is wrong with it, in words; the command's text is then the content as it came
 * @param pace how many pieces its author has sent within the last minute, where that is counted
 */
public record Submission(
        ModerationCommand.Submit command, @Nullable String problem, long pace) {

    public Submission(ModerationCommand.Submit command, @Nullable String problem) {
        this(command, problem, 0);
    }
}
