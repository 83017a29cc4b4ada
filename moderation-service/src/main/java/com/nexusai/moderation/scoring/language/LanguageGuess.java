package com.nexusai.moderation.scoring.language;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How much speaks for each language. */
public final class LanguageGuess {
    private final List<String> languages;
    private final double[] scores;

    LanguageGuess(List<String> languages, double[] scores) {
        this.languages = languages;
        this.scores = scores;
    }

    /** The likeliest, if one is likelier than all others. */
    public Optional<String> language() {
        double most = most();
        var likeliest =
                languages.stream().filter(one -> most > 0 && score(one) == most).toList();
        return likeliest.size() == 1 ? Optional.of(likeliest.getFirst()) : Optional.empty();
    }

    public boolean is(String language) {
        return language().filter(language::equals).isPresent();
    }

    private double score(String language) {
        int index = languages.indexOf(language);
        return index < 0 ? 0 : scores[index];
    }

    private double most() {
        return Arrays.stream(scores).max().orElse(0);
    }
}
