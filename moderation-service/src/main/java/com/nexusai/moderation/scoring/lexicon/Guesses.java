package com.nexusai.moderation.scoring.lexicon;

import com.nexusai.moderation.scoring.lexicon.Meaning.Fault;
import com.nexusai.moderation.scoring.text.CensoredWord;
import com.nexusai.moderation.scoring.text.Reading;
import com.nexusai.moderation.scoring.text.Words;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What starred words may mean: words of the lexicon's phrases that have the letters which are left. */
final class Guesses {
    /** More are told apart by nobody. */
    private static final int MOST = 5;

    private final Map<String, Set<String>> byShape = new HashMap<>();

    Guesses(List<LexiconEntry> entries) {
        for (var entry : entries) {
            if (entry.meaning() instanceof Fault) {
                for (var word : Reading.literal(entry.phrase()).strip().split(" ", -1)) {
                    byShape.computeIfAbsent(shape(word), shape -> new TreeSet<>())
                            .add(word);
                }
            }
        }
    }

    /** The text with every starred word guessed, in up to so many ways. */
    List<Words> of(Reading reading) {
        var guesses = new LinkedHashMap<CensoredWord, List<String>>();
        for (var word : reading.censored()) {
            var fitting = byShape.getOrDefault(shape(word.pattern()), Set.of()).stream()
                    .filter(word::fits)
                    .limit(MOST)
                    .toList();
            if (!fitting.isEmpty()) {
                guesses.put(word, fitting);
            }
        }
        int ways = guesses.values().stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, ways)
                .mapToObj(way -> reading.words().guessed(pick(guesses, way)))
                .toList();
    }

    private static Map<CensoredWord, String> pick(Map<CensoredWord, List<String>> guesses, int way) {
        var picked = new LinkedHashMap<CensoredWord, String>();
        guesses.forEach((word, fitting) -> picked.put(word, fitting.get(Math.min(way, fitting.size() - 1))));
        return picked;
    }

    private static String shape(String word) {
        return word.isEmpty() ? "" : word.charAt(0) + String.valueOf(word.length());
    }
}
