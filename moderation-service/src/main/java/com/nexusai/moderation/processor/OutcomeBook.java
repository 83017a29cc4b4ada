package com.nexusai.moderation.processor;

import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.Refusal;
import com.nexusai.moderation.store.Stores;
import com.nexusai.schema.moderation.CommandOutcome;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Appeal;
import com.nexusai.schema.moderation.ModerationCommand.ByPerson;
import com.nexusai.schema.moderation.ModerationCommand.Measure;
import com.nexusai.schema.moderation.ModerationCommand.Report;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/** What became of people's commands, so that one that is given twice is done once and answered twice. */
final class OutcomeBook {
    private final WindowStore<String, CommandOutcome> outcomes;

    OutcomeBook(ProcessingContext context) {
        this.outcomes = context.getStateStore(Stores.OUTCOMES);
    }

    /** The outcome that the command had when it was first given; null when this is the first time. */
    @Nullable
    CommandOutcome known(String caseKey, ByPerson command, Instant now) {
        var from = now.minus(Stores.REMEMBERED);
        try (var found = outcomes.fetch(key(caseKey, command), from, now.plus(Stores.REMEMBERED))) {
            return found.hasNext() ? found.next().value : null;
        }
    }

    void keep(String caseKey, ByPerson command, CommandOutcome outcome, Instant now) {
        outcomes.put(key(caseKey, command), outcome, now.toEpochMilli());
    }

    static boolean isOf(ByPerson command, CommandOutcome outcome) {
        return outcome.command().equals(name(command)) && outcome.by().equals(command.by());
    }

    /** @param standing the case after it, or null where there is none */
    static CommandOutcome of(
            ByPerson command, @Nullable ModerationCase standing, @Nullable Refusal refusal, Instant now) {
        var claim = standing == null ? null : standing.handling().claim();
        var held = standing == null ? null : standing.handling().held();
        return new CommandOutcome(
                command.commandId(),
                command.tenantId(),
                command.contentId(),
                Casework.caseId(command.tenantId(), command.contentId()),
                name(command),
                command.by(),
                refusal == null ? null : refusal.code(),
                refusal == null ? null : refusal.detail(),
                standing == null ? null : standing.state(),
                standing == null ? 0 : standing.revision(),
                standing == null ? null : standing.decision().decisionId(),
                claim == null ? null : claim.by(),
                claim == null ? null : claim.until(),
                now,
                held == null || !held.commandId().equals(command.commandId()) ? null : held.effectiveAt());
    }

    static String name(ByPerson command) {
        return switch (command) {
            case Review review -> review.step().label();
            case Measure _ -> "measure";
            case Report _ -> "report";
            case Appeal _ -> "appeal";
        };
    }

    private static String key(String caseKey, ByPerson command) {
        return caseKey + "/" + command.commandId();
    }
}
