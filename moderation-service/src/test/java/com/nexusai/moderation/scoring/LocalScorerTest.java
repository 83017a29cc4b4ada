package com.nexusai.moderation.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.domain.Score;
import com.nexusai.moderation.scoring.lexicon.Lexicon;
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
                "you are an i d i o t",
                "you are an id iot",
                "you are an i-d-i-o-t",
                "you are an id*ot",
                "you are an 🇮🇩🇮🇴🇹",
                "sei un cretino",
                "que otário",
                "يا أحمق",
                "يا أحـــمـــق", // stretched
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
        "k i l l y o u, violence",
        "killyou, violence",
        "ti ammazzo, violence",
        "vou te matar, violence",
        "سأقتلك, violence",
        "sex with a 12 year old, sexual/minors",
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
        "write to ada at example dot com please, personal-data/email, ada at example dot com",
        "pay to DE89 3704 0044 0532 0130 00 now, personal-data/iban, DE89 3704 0044 0532 0130 00",
        "my card 4111 1111 1111 1111 ok, personal-data/card, 4111 1111 1111 1111",
        "you are an i\u200bdi0t ok, lexicon-2/en, i\u200bdi0t",
        "you 𝐢𝐝𝐢𝐨𝐭 ok, lexicon-2/en, 𝐢𝐝𝐢𝐨𝐭",
        "you idiooooot ok, lexicon-2/en, idiooooot"
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
        assertThat(score.reasons())
                .filteredOn(reason -> reason.rule().equals("content/too-long"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.span().from()).isEqualTo(limit));
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

    @Test
    void shouldWeighLessWhenSomebodyTellsOfIt() {
        var told = score("She told me that he wrote: I will kill you");
        var said = score("I will kill you");

        assertThat(told.confidence()).isGreaterThan(said.confidence());
        assertThat(told.reasons().getFirst().explanation()).contains("weighs less because of “she told");
        assertThat(Policy.LOCAL.decide(told.confidence())).isEqualTo(Outcome.REVIEW);
    }

    @Test
    void shouldReadAWordInItsLanguageWhenItIsInnocentInAnother() {
        assertThat(score("Quel con, il ne comprend rien").categories()).containsKey("harassment");
        assertThat(score("Vado al mare con il treno").categories()).isEmpty();
    }

    private Outcome outcome(String text) {
        return Policy.LOCAL.decide(score(text).confidence());
    }

    private Score score(String text) {
        return scorer.score(ContentKind.MESSAGE, text);
    }
}
