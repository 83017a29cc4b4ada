package com.nexusai.schema;

import com.nexusai.schema.moderation.ActionKind;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Delivery;
import com.nexusai.schema.moderation.Golden;
import com.nexusai.schema.moderation.HashBank;
import com.nexusai.schema.moderation.ModerationCommand;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.TenantLexicon;
import com.nexusai.schema.moderation.UserStanding;
import com.nexusai.schema.moderation.Webhook;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What tenants define for moderation, and what becomes of it. */
final class DefinitionSamples {
    private static final Instant NOON = Samples.NOON;

    private DefinitionSamples() {}

    static HashBank bank() {
        var exact = new HashBank.Entry("ab".repeat(32), null, "report 7");
        var alike = new HashBank.Entry(null, "cd".repeat(32), null);
        return new HashBank("acme", "abuse", 2, "sexual/minors", "Known.", 31, List.of(exact, alike), NOON, "k-1");
    }

    static TenantLexicon lexicon() {
        var word = new TenantLexicon.Word("zonk", "harassment", 0.5, "en");
        return new TenantLexicon("acme", "house", 1, List.of(word), List.of("killing it"), NOON, "k-1");
    }

    static Webhook webhook() {
        return new Webhook(
                "acme",
                "app",
                1,
                URI.create("https://app.example/moderation"),
                Set.of(Outcome.REJECTED),
                true,
                1,
                NOON,
                NOON,
                "k-1");
    }

    static Delivery delivery() {
        return new Delivery("acme", "app", ModerationSamples.fullDecision(), 3, NOON, NOON, "It answered 503.");
    }

    static UserStanding standing() {
        return new UserStanding(
                "acme",
                "u-1",
                List.of(new UserStanding.Strike("d-1", "m-1", "spam", NOON, NOON)),
                List.of(new UserStanding.Sanction(ActionKind.USER_SUSPENDED, "d-1", 3, NOON, NOON, NOON)),
                ActionKind.NONE,
                NOON,
                1,
                2,
                NOON,
                3);
    }

    static ModerationCommand measure() {
        return new ModerationCommand.Measure(
                "acme",
                "g-1",
                "r-4",
                "k-1",
                ContentKind.MESSAGE,
                "you are an idiot",
                new Golden(Outcome.REJECTED, "harassment"),
                NOON);
    }
}
