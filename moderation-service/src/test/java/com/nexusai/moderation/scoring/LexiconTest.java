package com.nexusai.moderation.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.moderation.domain.Category;
import com.nexusai.moderation.domain.Policy;
import com.nexusai.schema.moderation.ContentKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LexiconTest {
    @Test
    void shouldFindEachOfItsOwnPhrases() {
        var scorer = new LocalScorer(Policy.LOCAL);

        assertThat(Lexicon.builtIn().entries())
                .allSatisfy(entry -> assertThat(scorer.score(ContentKind.MESSAGE, entry.phrase())
                                .categories())
                        .isNotEmpty());
    }

    @Test
    void shouldSpeakOfEveryFaultInEveryLanguage() {
        var spoken = Lexicon.builtIn().entries().stream()
                .collect(Collectors.groupingBy(
                        LexiconEntry::language, Collectors.mapping(LexiconEntry::category, Collectors.toSet())));
        var faults = Set.of(
                Category.HATE,
                Category.HARASSMENT,
                Category.SEXUAL,
                Category.VIOLENCE,
                Category.SELF_HARM,
                Category.ILLEGAL,
                Category.SPAM);

        assertThat(spoken).containsOnlyKeys("en", "fr", "de", "es");
        assertThat(spoken.values())
                .allSatisfy(categories -> assertThat(categories).containsAll(faults));
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
