package com.nexusai.moderation.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.moderation.Action;
import com.nexusai.schema.moderation.ActionKind;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.DecisionOrigin;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.serde.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatementTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Reason FOUND =
            new Reason("lexicon-2/en", "violence", 0.9, "“kill you” stands for violence in the lexicon.", null);

    @Test
    void shouldSayWhatWasRestrictedByWhichRulesAndHowToObject() {
        var statement = Statement.of(decision(Outcome.REJECTED, Action.CONTENT_DELETED, null), 183);

        assertThat(statement.automatedDecision()).isTrue();
        assertThat(statement.automatedDetection()).isTrue();
        assertThat(statement.category()).isEqualTo("violence");
        assertThat(statement.appeal().until()).isEqualTo(NOON.plus(Duration.ofDays(183)));
        assertThat(statement.text())
                .contains("removed for violence", "No person", "local-2/3", "can object until 2026-08-02");
    }

    @Test
    void shouldRestrictNothingWhenContentIsApproved() {
        var statement = Statement.of(decision(Outcome.APPROVED, Action.NONE, "k-7"), 183);

        assertThat(statement.restriction()).isNull();
        assertThat(statement.appeal()).isNull();
        assertThat(statement.text()).startsWith("The content may be seen. A person has decided.");
    }

    @Test
    void shouldHaveTheFieldsThatTheTransparencyDatabaseRequires() {
        var dsa = DsaStatement.of(decision(Outcome.REJECTED, Action.CONTENT_DELETED, null), List.of("DE", "FR"));

        assertThat(dsa)
                .containsEntry("decision_visibility", List.of("DECISION_VISIBILITY_CONTENT_REMOVED"))
                .containsEntry("decision_ground", "DECISION_GROUND_INCOMPATIBLE_CONTENT")
                .containsEntry("incompatible_content_ground", "Rules local-2/3")
                .containsEntry("category", "STATEMENT_CATEGORY_VIOLENCE")
                .containsEntry("content_type", List.of("CONTENT_TYPE_TEXT"))
                .containsEntry("territorial_scope", List.of("DE", "FR"))
                .containsEntry("content_date", "2026-01-30")
                .containsEntry("application_date", "2026-01-31")
                .containsEntry("source_type", "SOURCE_TYPE_OTHER_NOTIFICATION")
                .containsEntry("automated_detection", "Yes")
                .containsEntry("automated_decision", "AUTOMATED_DECISION_FULLY")
                .containsEntry("puid", "d1")
                .containsKeys("incompatible_content_explanation", "decision_facts");
    }

    @Test
    void shouldTellTheDatabaseNoWordOfTheContentNorOfTheModerator() {
        var byPerson = decision(Outcome.REJECTED, Action.CONTENT_DELETED, "k-7");

        var json = Json.MAPPER.writeValueAsString(DsaStatement.of(byPerson, List.of("DE")));

        assertThat(json).doesNotContain("kill you", "k-7", "a private note", "ada");
        assertThat(json).contains("AUTOMATED_DECISION_NOT_AUTOMATED");
    }

    @Test
    void shouldSayWhatHappensToTheAccount() {
        var suspended = new Action(ActionKind.USER_SUSPENDED, NOON.plus(Duration.ofDays(7)));

        var dsa = DsaStatement.of(decision(Outcome.REJECTED, suspended, "k-7"), List.of("DE"));

        assertThat(dsa)
                .containsEntry("decision_account", "DECISION_ACCOUNT_SUSPENDED")
                .containsEntry("end_date_account_restriction", "2026-02-07");
    }

    @Test
    void shouldKnowTheCountries() {
        assertThat(Territory.of("EU").orElseThrow()).hasSize(27);
        assertThat(Territory.of("eea").orElseThrow()).hasSize(30).contains("NO");
        assertThat(Territory.of("fr, de").orElseThrow()).containsExactly("DE", "FR");
        assertThat(Territory.of("US")).isEmpty();
        assertThat(Territory.of("")).isEmpty();
    }

    private static Decision decision(Outcome outcome, Action action, String by) {
        return new Decision(
                "d1",
                "acme",
                "m1",
                "c1",
                ContentKind.MESSAGE,
                "ada",
                outcome,
                0.1,
                Map.of("violence", 0.9),
                List.of(FOUND),
                "local-2/3",
                by == null,
                null,
                NOON,
                by,
                by == null ? null : "a private note",
                action,
                null,
                null,
                new DecisionOrigin(NOON.minus(Duration.ofDays(1)), 2));
    }
}
