package com.nexusai.moderation.processor;

import com.nexusai.schema.moderation.HeldRuling;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Appeal;
import com.nexusai.schema.moderation.ModerationCommand.ByPerson;
import com.nexusai.schema.moderation.ModerationCommand.Measure;
import com.nexusai.schema.moderation.ModerationCommand.Report;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import org.jspecify.annotations.Nullable;

/**
 * What a person did to a case, as it is written down.
 *
 * @param name in kebab case; a decision that may still be taken back is {@code approve-held}
 * @param to the moderator who was given the case
 */
record PersonsAct(
        String name,
        String by,
        String commandId,
        @Nullable String note,
        @Nullable String to) {
    static PersonsAct of(ByPerson command, ModerationCase after) {
        var held = after.handling().held();
        boolean justHeld = held != null && held.commandId().equals(command.commandId());
        var name = OutcomeBook.name(command) + (justHeld ? "-held" : "");
        return switch (command) {
            case Review review -> new PersonsAct(name, review.by(), review.commandId(), review.note(), review.to());
            case Report report -> new PersonsAct(name, report.by(), report.commandId(), report.note(), null);
            case Appeal appeal -> new PersonsAct(name, appeal.by(), appeal.commandId(), appeal.text(), null);
            case Measure measure -> new PersonsAct(name, measure.by(), measure.commandId(), null, null);
        };
    }

    /** When it takes effect. */
    static PersonsAct of(HeldRuling held) {
        return new PersonsAct(held.step().label(), held.by(), held.commandId(), held.note(), null);
    }
}
