package com.nexusai.schema;

import com.nexusai.schema.moderation.Action;
import com.nexusai.schema.moderation.ActionKind;
import com.nexusai.schema.moderation.CaseAppeal;
import com.nexusai.schema.moderation.CaseClaim;
import com.nexusai.schema.moderation.CaseQuestion;
import com.nexusai.schema.moderation.CaseReport;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.CaseWait;
import com.nexusai.schema.moderation.CommandOutcome;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.DecisionOrigin;
import com.nexusai.schema.moderation.Golden;
import com.nexusai.schema.moderation.Handling;
import com.nexusai.schema.moderation.HeldRuling;
import com.nexusai.schema.moderation.Media;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.ModeratorRole;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.ProviderQuestion;
import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.moderation.ReviewStep;
import com.nexusai.schema.moderation.SecondLook;
import com.nexusai.schema.moderation.ShadowDecision;
import com.nexusai.schema.moderation.UserEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One full and one bare value of each record about moderation. */
public final class ModerationSamples {
    private static final Instant NOON = Samples.NOON;

    private ModerationSamples() {}

    public static ModerationCommand fullCommand() {
        return new ModerationCommand.Submit(
                "acme",
                "m-1",
                ContentKind.COMPANION_PROFILE,
                "hello",
                "u-4711",
                "event",
                "e-1",
                NOON,
                1_000L,
                media(),
                true);
    }

    static Media media() {
        return new Media("https://media.example/1.jpg", "image/jpeg", "ab".repeat(32), "cd".repeat(32));
    }

    public static ModerationCommand verdict() {
        return new ModerationCommand.Verdict(
                "acme",
                "m-1",
                "q-1",
                "openai-moderation",
                true,
                List.of("hate"),
                fullDecision().reasons(),
                List.of("It did not answer in time."),
                NOON);
    }

    public static ProviderQuestion question() {
        return new ProviderQuestion(
                "q-1", "acme", "m-1", ContentKind.IMAGE, "hello", media(), List.of("openai-moderation"), NOON);
    }

    public static ModerationCommand bareCommand() {
        return new ModerationCommand.Submit("acme", "m-1", ContentKind.MESSAGE, "", null, "rest", null, NOON);
    }

    public static ModerationCommand review() {
        return new ModerationCommand.Review(
                "acme",
                "m-1",
                "r-1",
                "k-7",
                ModeratorRole.LEAD,
                ReviewStep.REJECT,
                "k-8",
                "harassment",
                ActionKind.USER_SUSPENDED,
                NOON,
                "Meant to hurt.",
                "d-1",
                NOON,
                10);
    }

    public static ModerationCommand.Report report() {
        return new ModerationCommand.Report("acme", "m-1", "r-2", "u-9", "spam", "Look.", 0.5, NOON);
    }

    public static ModerationCommand appeal() {
        return new ModerationCommand.Appeal("acme", "m-1", "r-3", "u-4711", "It was a joke.", NOON);
    }

    public static CommandOutcome fullOutcome() {
        return new CommandOutcome(
                "r-1",
                "acme",
                "m-1",
                "c-1",
                "claim",
                "k-7",
                "wrong-state",
                "Too late.",
                CaseState.IN_REVIEW,
                2,
                "d-1",
                "k-8",
                NOON,
                NOON,
                NOON);
    }

    public static CommandOutcome bareOutcome() {
        return new CommandOutcome(
                "r-1", "acme", "m-1", "c-1", "claim", "k-7", null, null, null, 0, null, null, null, NOON, null);
    }

    public static List<UserEvent> userEvents() {
        return List.of(
                new UserEvent.Struck(
                        "acme", "u-1", "d-1", "m-1", "spam", new Action(ActionKind.USER_SUSPENDED, NOON), NOON),
                new UserEvent.StrikeUndone("acme", "u-1", "d-1", "m-1", NOON),
                new UserEvent.Reported("acme", "u-9", report(), NOON),
                new UserEvent.ReportAnswered("acme", "u-9", "m-1", "d-1", true, NOON));
    }

    public static ModerationPolicy moderationPolicy() {
        var strict = new ModerationPolicy.Thresholds(0.9, 0.2);
        return new ModerationPolicy(
                "acme",
                3,
                strict,
                Map.of(ContentKind.IMAGE, strict),
                Map.of("spam", strict),
                15,
                Map.of("default", 60),
                30,
                183,
                5,
                90,
                true,
                List.of(new ModerationPolicy.Rung(3, ActionKind.USER_SUSPENDED, 7)),
                List.of(new ModerationPolicy.Route("pictures", ContentKind.IMAGE, "sexual")),
                NOON,
                "k-1",
                new ModerationPolicy.Providers(List.of("openai-moderation"), 2_000, Set.of(ContentKind.IMAGE), true),
                new ModerationPolicy.Care(10, 1, 50, 10));
    }

    public static Decision decisionByPerson() {
        return new Decision(
                "d-2",
                "acme",
                "m-1",
                "c-1",
                ContentKind.MESSAGE,
                "u-4711",
                Outcome.APPROVED,
                0.6,
                Map.of(),
                List.of(),
                "default-1",
                false,
                null,
                NOON,
                "k-7",
                "It was a joke.",
                Action.NONE,
                "d-1",
                new ShadowDecision("local-2/shadow-4", Outcome.REJECTED),
                new DecisionOrigin(NOON, 2));
    }

    public static Handling fullHandling() {
        return new Handling(
                new CaseClaim("k-7", NOON, NOON, CaseState.APPEALED),
                new CaseWait("default", NOON, NOON, NOON, true, NOON),
                new CaseAppeal("u-4711", "It was a joke.", NOON, "d-1", "k-7"),
                List.of(new CaseReport("u-9", "spam", 0.5, NOON)),
                Set.of("k-9"),
                1_000,
                true,
                new HeldRuling(
                        "r-1",
                        "k-7",
                        ReviewStep.REJECT,
                        "spam",
                        ActionKind.USER_SUSPENDED,
                        NOON,
                        "An advertisement.",
                        NOON,
                        NOON),
                new SecondLook("d-1", "k-7", Outcome.REJECTED, "k-8", Outcome.APPROVED, NOON),
                new Golden(Outcome.REJECTED, "spam"));
    }

    public static Decision fullDecision() {
        return new Decision(
                "d-1",
                "acme",
                "m-1",
                "c-1",
                ContentKind.MESSAGE,
                "u-4711",
                Outcome.REVIEW,
                0.6,
                Map.of("harassment", 0.4),
                List.of(
                        new Reason("insults", "harassment", 0.4, "An insult.", new Reason.Span(8, 12)),
                        new Reason("shouting", "spam", 0, "All in capitals.", null)),
                "default-1",
                true,
                "e-1",
                NOON);
    }

    public static Decision bareDecision() {
        return new Decision(
                "d-1",
                "acme",
                "m-1",
                "c-1",
                ContentKind.IMAGE,
                null,
                Outcome.APPROVED,
                1,
                Map.of(),
                List.of(),
                "default-1",
                false,
                null,
                NOON);
    }

    public static ModerationCase fullCase() {
        return new ModerationCase(
                "c-1",
                "acme",
                "m-1",
                CaseState.PENDING,
                ContentKind.MESSAGE,
                "hello",
                "u-4711",
                fullDecision(),
                2,
                NOON,
                NOON,
                2,
                fullHandling(),
                media(),
                new CaseQuestion("q-1", List.of("openai-moderation"), NOON));
    }

    public static ModerationCase bareCase() {
        return new ModerationCase(
                "c-1",
                "acme",
                "m-1",
                CaseState.APPROVED,
                ContentKind.IMAGE,
                "",
                null,
                bareDecision(),
                1,
                NOON,
                NOON,
                1,
                Handling.NONE);
    }
}
