package com.nexusai.moderation.processor;

import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.moderation.ModerationCommand;
import com.nexusai.schema.moderation.ModerationCommand.ByPerson;
import com.nexusai.schema.moderation.ModerationCommand.Measure;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.ModerationCommand.Verdict;
import com.nexusai.schema.moderation.ReviewStep;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** JSON keeps no promises about nulls, and the topic none about keys: what other code relies on is checked here, once. */
final class CommandCheck {
    private CommandCheck() {}

    static ModerationCommand checked(Record<String, ModerationCommand> record) {
        var command = present("the command", record.value());
        var tenantId = present("tenantId", command.tenantId());
        var contentId = present("contentId", command.contentId());
        present("at", command.at());
        // elsewhere it could neither be found nor meet the other commands about the same content
        if (!Objects.equals(record.key(), EventKey.of(tenantId, contentId))) {
            throw new PoisonCommand("the key is not tenantId/contentId");
        }
        switch (command) {
            case Submit submit -> {
                present("kind", submit.kind());
                present("text", submit.text());
            }
            case Verdict verdict -> present("questionId", verdict.questionId());
            case Review review -> {
                person(review);
                present("role", review.role());
                if (present("step", review.step()) == ReviewStep.REASSIGN) {
                    present("to", review.to());
                }
            }
            case Measure measure -> {
                person(measure);
                if (measure.answer() != null) {
                    present("answer", measure.answer().answer());
                    present("text", measure.text());
                }
            }
            case ByPerson other -> person(other);
        }
        return command;
    }

    private static void person(ByPerson command) {
        present("commandId", command.commandId());
        present("by", command.by());
    }

    private static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new PoisonCommand(field + " is missing");
        }
        return value;
    }
}
