package com.nexusai.moderation.statement;

import com.nexusai.schema.moderation.Action;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reasons of one decision, for its author.
 *
 * @param statementId the decision's id
 * @param restriction what is restricted; null where nothing is
 * @param ground the rules that were applied, by name and version
 * @param automatedDetection whether a machine found it
 * @param automatedDecision whether no person took part
 * @param text all of it in sentences
 */
public record Statement(
        String statementId,
        String contentId,
        Outcome decision,
        @Nullable Action restriction,
        String ground,
        @Nullable String category,
        List<Reason> reasons,
        boolean automatedDetection,
        boolean automatedDecision,
        Instant decidedAt,
        @Nullable Appealing appeal,
        String text) {

    /**
     * How the author can object.
     *
     * @param until null where the right to it has run out or was used
     */
    public record Appealing(String how, Instant until) {}

    public static Statement of(Decision decision, int appealDays) {
        boolean restricts = restricts(decision);
        var category = category(decision);
        var appeal = restricts
                ? new Appealing(
                        "POST /api/v1/moderation/" + decision.contentId() + "/appeal with authorId and text",
                        decision.decidedAt().plus(Duration.ofDays(appealDays)))
                : null;
        return new Statement(
                decision.decisionId(),
                decision.contentId(),
                decision.decision(),
                restricts ? decision.action() : null,
                decision.policy(),
                category,
                decision.reasons(),
                detectedByMachine(decision),
                decision.automated(),
                decision.decidedAt(),
                appeal,
                text(decision, category, appeal));
    }

    /** Whether there is anything to give reasons for. */
    public static boolean restricts(Decision decision) {
        return decision.decision() == Outcome.REJECTED;
    }

    static boolean detectedByMachine(Decision decision) {
        return decision.reasons().stream().anyMatch(reason -> reason.weight() > 0);
    }

    static @Nullable String category(Decision decision) {
        var named = decision.reasons().stream()
                .filter(reason -> reason.rule().equals("moderator"))
                .findFirst();
        if (named.isPresent()) {
            return named.get().category();
        }
        return decision.categories().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static String text(Decision decision, @Nullable String category, @Nullable Appealing appeal) {
        var what = switch (decision.decision()) {
            case APPROVED -> "The content may be seen.";
            case REVIEW -> "The content waits for a person who looks at it.";
            case REJECTED -> "The content was removed" + (category == null ? "." : " for " + category + ".");
        };
        var who = decision.automated() ? "No person took part in the decision." : "A person has decided.";
        var found = detectedByMachine(decision) ? " A machine had found it." : "";
        var rules = " The rules were " + decision.policy() + ".";
        var object = appeal == null ? "" : " The author can object until " + appeal.until() + ".";
        return what + " " + who + found + rules + object;
    }
}
