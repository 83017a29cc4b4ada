package com.nexusai.moderation.scoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.scoring.LocalScorer;
import com.nexusai.moderation.scoring.language.LanguageDetector;
import com.nexusai.moderation.scoring.text.Reading;
import java.util.HashSet;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints how good the scorer is, and fails when it has become worse than it was. */
class EvaluationTest {
    private static final int TEXTS_IN_BOTH = 600;

    @ParameterizedTest
    @ValueSource(strings = {"tuning", "held-out"})
    void shouldBeNoWorseThanItWas(String set) {
        var figures = new Evaluation(new LocalScorer(Policy.LOCAL), Policy.LOCAL).of(Sample.load(set));

        figures.forEach((name, one) -> System.out.printf(Locale.ROOT, "%-9s %-24s %s%n", set, name, one));
        var floors = Floor.of(set);
        assertThat(floors).extracting(Floor::name).containsExactlyInAnyOrderElementsOf(figures.keySet());
        assertThat(floors).allSatisfy(floor -> {
            var now = figures.get(floor.name());
            assertThat(now).isNotNull();
            assertThat(now.precision()).as("precision of %s", floor.name()).isGreaterThanOrEqualTo(floor.precision());
            assertThat(now.recall()).as("recall of %s", floor.name()).isGreaterThanOrEqualTo(floor.recall());
        });
    }

    @Test
    void shouldGuessTheLanguageOfMostTexts() {
        var languages = LanguageDetector.bySmallWords();
        var right = Sample.load("held-out").stream()
                .filter(sample -> sample.manner().equals("plain"))
                .collect(Collectors.partitioningBy(
                        sample -> languages
                                .guess(Reading.of(sample.text()).words())
                                .language()
                                .filter(sample.language()::equals)
                                .isPresent(),
                        Collectors.counting()));

        System.out.println("language  right " + right.get(true) + ", wrong or unsure " + right.get(false));
        assertThat(right.get(true) * 100).isGreaterThan(85 * (right.get(true) + right.get(false)));
    }

    @Test
    void shouldKeepTheSetsApart() {
        var tuning = Sample.load("tuning");
        var heldOut = Sample.load("held-out");
        var texts = new HashSet<String>();

        tuning.forEach(sample -> texts.add(sample.text()));
        heldOut.forEach(sample -> texts.add(sample.text()));

        assertThat(texts).hasSize(tuning.size() + heldOut.size()).hasSizeGreaterThanOrEqualTo(TEXTS_IN_BOTH);
        assertThat(heldOut).hasSizeGreaterThanOrEqualTo(TEXTS_IN_BOTH / 2);
    }
}
