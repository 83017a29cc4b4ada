package com.nexusai.moderation.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.domain.Score;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalScorerTest {
    private final LocalScorer scorer = new LocalScorer(Policy.LOCAL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Good morning, how are you today?",
                "I was born in Scunthorpe and live in Penistone.",
                "Pass the bass class assessment, Dick van Dyke.",
                "The cocktail is called Sussex Sextet.",
                "He is a skillful analyst from Essex, aged 42.",
                "Invoice 20261121-0418 of 2026-11-21 04:18:00, total 1234.50",
                "Les élèves sont débiteurs.",
                "Der Assistent hat das Passwort geändert.",
                "Нет, это тот самый текст.",
                "これは良い日です",
                "مرحبا كيف حالك",
                "😀😀😀",
                "   ",
                ""
            })
    void shouldApproveWhenTextIsInnocent(String text) {
        assertThat(outcome(text)).isEqualTo(Outcome.APPROVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "you are an idiot",
                "YOU ARE AN IDIOT",
                "you are an 1d10t",
                "you are an іdіоt", // Cyrillic і and о
                "you are an ｉｄｉｏｔ", // full width
                "you are an 𝐢𝐝𝐢𝐨𝐭", // mathematical
                "you are an i\u200bd\u200di\u00ado\u2060t", // zero-width
                "you are an i\u0336d\u0336i\u0336o\u0336t\u0336", // struck through
                "you are an ïdíöt",
                "you are an idiooooot",
                "you are an iiidiottt!!!",
                "you,are-an...idiot!",
                "quel imbécile",
                "QUEL IMBECILE",
                "du Dummkopf",
                "eres un gilipollas"
            })
    void shouldAskPersonWhenTextInsults(String text) {
        var score = score(text);

        assertThat(Policy.LOCAL.decide(score.confidence())).isEqualTo(Outcome.REVIEW);
        assertThat(score.categories()).containsOnlyKeys("harassment");
    }

    @ParameterizedTest
    @CsvSource({
        "i will kill you tonight, violence",
        "I  W1LL   K!LL  YOU, violence",
        "kys, self-harm",
        "je vais te tuer, violence",
        "ich bring dich um, violence",
        "¡te voy a matar!, violence",
        "buy cocaine here, illegal",
        "they are vermin, hate"
    })
    void shouldRejectWhenTextThreatens(String text, String category) {
        var score = score(text);

        assertThat(Policy.LOCAL.decide(score.confidence())).isEqualTo(Outcome.REJECTED);
        assertThat(score.categories()).containsKey(category);
    }

    @ParameterizedTest
    @CsvSource({
        "write to ada.lovelace@example.com please, personal-data/email, ada.lovelace@example.com",
        "call +49 30 1234567 now, personal-data/phone, +49 30 1234567",
        "my card 4111 1111 1111 1111 ok, personal-data/card, 4111 1111 1111 1111",
        "you are an i\u200bdi0t ok, lexicon-1/en, i\u200bdi0t",
        "you 𝐢𝐝𝐢𝐨𝐭 ok, lexicon-1/en, 𝐢𝐝𝐢𝐨𝐭",
        "you idiooooot ok, lexicon-1/en, idiooooot"
    })
    void shouldPointIntoTheOriginalWhenSomethingIsFound(String text, String rule, String found) {
        var reason = score(text).reasons().getFirst();

        assertThat(reason.rule()).isEqualTo(rule);
        assertThat(text.substring(reason.span().from(), reason.span().to())).isEqualTo(found);
        assertThat(reason.explanation()).isNotBlank();
    }

    @Test
    void shouldSeeSpamWhenThereAreManyLinks() {
        var score = score("see https://a.example http://b.example and www.c.example now");

        assertThat(score.reasons()).extracting("rule").containsExactly("spam/links");
        assertThat(Policy.LOCAL.decide(score.confidence())).isEqualTo(Outcome.REVIEW);
    }

    @Test
    void shouldSeeSpamWhenTheSameIsSaidAgainAndAgain() {
        assertThat(score("coins coins coins coins coins coins coins coins coins now")
                        .reasons())
                .extracting("rule")
                .contains("spam/repetition");
    }

    @Test
    void shouldApproveWithReasonWhenSomebodyOnlyShouts() {
        var score = score("WE ARE GOING TO THE BEACH TODAY");

        assertThat(score.reasons()).extracting("rule").containsExactly("spam/shouting");
        assertThat(Policy.LOCAL.decide(score.confidence())).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void shouldSpeakOnceWhenTheSameWordComesOften() {
        assertThat(score("idiot idiot, and again: idiot").reasons()).hasSize(1);
    }

    @Test
    void shouldNeverApproveWhenTextIsTooLongToBeRead() {
        var limit = Policy.LOCAL.textLimit();
        var score = score("fine text ".repeat(limit / 10) + "idiot");

        assertThat(Policy.LOCAL.decide(score.confidence())).isEqualTo(Outcome.REVIEW);
        assertThat(score.reasons().getFirst().rule()).isEqualTo("content/too-long");
        assertThat(score.reasons().getFirst().span().from()).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({"IMAGE", "AUDIO", "VIDEO"})
    void shouldNeverApproveWhenContentIsNoText(ContentKind kind) {
        var score = scorer.score(kind, "my holidays");

        assertThat(Policy.LOCAL.decide(score.confidence())).isEqualTo(Outcome.REVIEW);
    }

    @Test
    void shouldTakeTheGraverMeaningWhenLanguagesShareAWord() {
        var lexicon = Lexicon.parse("test", List.of("spam\t0.2\ten\tgift", "violence\t0.6\tde\tGift"));

        var score = new LocalScorer(Policy.LOCAL, lexicon).score(ContentKind.MESSAGE, "a gift");

        assertThat(score.categories()).containsOnlyKeys("violence");
    }

    private Outcome outcome(String text) {
        return Policy.LOCAL.decide(score(text).confidence());
    }

    private Score score(String text) {
        return scorer.score(ContentKind.MESSAGE, text);
    }
}
