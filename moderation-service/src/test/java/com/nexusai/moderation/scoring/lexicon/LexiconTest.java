package com.nexusai.moderation.scoring.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.moderation.domain.Category;
import com.nexusai.moderation.scoring.lexicon.Meaning.Fault;
import com.nexusai.moderation.scoring.text.Reading;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LexiconTest {
    @Test
    void shouldFindEachOfItsOwnPhrases() {
        var phrases = new Phrases(Lexicon.builtIn().entries());

        assertThat(Lexicon.builtIn().entries())
                .allSatisfy(entry -> assertThat(phrases.in(Reading.of(entry.phrase())))
                        .extracting(Hit::entry)
                        .contains(entry));
    }

    @Test
    void shouldSpeakOfEveryFaultInEveryLanguage() {
        var faults = EnumSet.complementOf(EnumSet.of(Category.PERSONAL_DATA, Category.UNSEEN));
        var spoken = Lexicon.builtIn().entries().stream()
                .filter(entry -> entry.meaning() instanceof Fault)
                .collect(Collectors.groupingBy(
                        LexiconEntry::language,
                        Collectors.mapping(entry -> ((Fault) entry.meaning()).category(), Collectors.toSet())));

        assertThat(spoken).containsOnlyKeys("en", "fr", "de", "es", "it", "pt", "ar");
        assertThat(spoken.values())
                .allSatisfy(categories -> assertThat(categories).containsExactlyInAnyOrderElementsOf(faults));
    }

    @Test
    void shouldUnfoldTemplates() {
        var lexicon = Lexicon.parse("mine", List.of("spam\t0.5\ten\t{buy|sell} {3..5} {new |}things; other"));

        assertThat(lexicon.entries())
                .extracting(LexiconEntry::phrase)
                .hasSize(13)
                .contains("buy 3 new things", "sell 5 things", "other");
    }

    @Test
    void shouldNameTheLineWhenItIsWrong() {
        assertThatThrownBy(() -> Lexicon.parse("mine", List.of("spam\t0.5\tidiot")))
                .hasMessageContaining("mine")
                .hasMessageContaining("spam\t0.5\tidiot");
        assertThatThrownBy(() -> Lexicon.parse("mine", List.of("rude\t0.5\ten\tidiot")))
                .hasMessageContaining("no category 'rude'");
        assertThatThrownBy(() -> Lexicon.parse("mine", List.of("spam\t1.5\ten\tidiot")))
                .hasMessageContaining("between 0 and 1");
    }
}
