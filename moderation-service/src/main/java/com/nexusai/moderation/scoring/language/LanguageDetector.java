package com.nexusai.moderation.scoring.language;

import com.nexusai.moderation.scoring.text.Reading;
import com.nexusai.moderation.scoring.text.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Guesses a language by its small words, of which every sentence is full. A word that several languages have says less
 * for each of them; the Arabic script says Arabic.
 */
public final class LanguageDetector {
    private static final int MOST_WORDS = 200;
    private static final String ARABIC = "ar";

    private final List<String> languages;
    private final Map<String, int[]> speakers;

    private LanguageDetector(List<String> languages, Map<String, int[]> speakers) {
        this.languages = languages;
        this.speakers = speakers;
    }

    public static LanguageDetector bySmallWords() {
        var byLanguage = SmallWords.byLanguage();
        var languages = List.copyOf(byLanguage.keySet());
        var speakers = new HashMap<String, int[]>();
        byLanguage.forEach((name, words) -> {
            int[] language = {languages.indexOf(name)};
            words.forEach(word -> speakers.merge(Reading.literal(word).strip(), language, LanguageDetector::joined));
        });
        return new LanguageDetector(languages, speakers);
    }

    public LanguageGuess guess(Words words) {
        var scores = new double[languages.size()];
        int seen = 0;
        int from = 1;
        for (int at = 1; at < words.length() && seen < MOST_WORDS; at++) {
            if (words.charAt(at) == ' ') {
                count(words, from, at, scores);
                from = at + 1;
                seen++;
            }
        }
        return new LanguageGuess(languages, scores);
    }

    private void count(Words words, int from, int to, double[] scores) {
        if (Character.UnicodeScript.of(words.charAt(from)) == Character.UnicodeScript.ARABIC) {
            scores[languages.indexOf(ARABIC)]++;
            return;
        }
        var known = speakers.get(words.text(from, to));
        if (known != null) {
            for (int language : known) {
                scores[language] += 1.0 / known.length;
            }
        }
    }

    private static int[] joined(int[] some, int[] more) {
        // a word may be listed twice for one language
        return some[some.length - 1] == more[0] ? some : append(some, more[0]);
    }

    private static int[] append(int[] some, int one) {
        var longer = Arrays.copyOf(some, some.length + 1);
        longer[some.length] = one;
        return longer;
    }
}
