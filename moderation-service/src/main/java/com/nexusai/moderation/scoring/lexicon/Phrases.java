package com.nexusai.moderation.scoring.lexicon;

import com.nexusai.moderation.scoring.lexicon.Meaning.Fault;
import com.nexusai.moderation.scoring.text.Reading;
import com.nexusai.moderation.scoring.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** All phrases of a lexicon, in the forms in which they are looked for. */
final class Phrases {
    /** A phrase is found without its spaces too if it is long enough to be no word by chance. */
    private static final int SHORTEST_GLUED = 7;

    private final Index literal;
    private final Index loose;
    private final Guesses guesses;

    Phrases(List<LexiconEntry> entries) {
        literal = new Index(entries, Reading::literal);
        loose = new Index(entries, Reading::loose);
        guesses = new Guesses(entries);
    }

    List<Hit> in(Reading reading) {
        var hits = new Hits();
        literal.find(reading.words(), true, hits);
        reading.loose().forEach(words -> loose.find(words, false, hits));
        mildest(reading).forEach(hits::add);
        return hits.list();
    }

    /** Nobody stars an innocent word, so of the guesses that mean something we take the mildest. */
    private List<Hit> mildest(Reading reading) {
        return guesses.of(reading).stream()
                .map(words -> {
                    var hits = new Hits();
                    literal.find(words, false, hits);
                    return hits.list();
                })
                .filter(hits -> !hits.isEmpty())
                .min(Comparator.comparingDouble(Phrases::severity))
                .orElse(List.of());
    }

    private static double severity(List<Hit> hits) {
        return hits.stream()
                .mapToDouble(hit -> hit.entry().meaning() instanceof Fault fault ? fault.severity() : 0)
                .sum();
    }

    private static final class Index {
        private final PhraseAutomaton automaton;
        private final List<List<LexiconEntry>> meanings;

        Index(List<LexiconEntry> entries, Function<String, String> form) {
            SortedMap<String, List<LexiconEntry>> byForm = new TreeMap<>();
            for (var entry : entries) {
                var words = form.apply(entry.phrase());
                if (words.isBlank()) {
                    continue;
                }
                byForm.computeIfAbsent(words, key -> new ArrayList<>()).add(entry);
                var glued = words.replace(" ", "");
                if (words.lastIndexOf(' ', words.length() - 2) > 0 && letters(entry) >= SHORTEST_GLUED) {
                    byForm.computeIfAbsent(" " + glued + " ", key -> new ArrayList<>())
                            .add(entry);
                }
            }
            automaton = PhraseAutomaton.of(new TreeSet<>(byForm.keySet()));
            meanings = List.copyOf(byForm.values());
        }

        private static long letters(LexiconEntry entry) {
            return entry.phrase().chars().filter(Character::isLetterOrDigit).count();
        }

        void find(Words words, boolean asWritten, Hits hits) {
            automaton.find(words, (phrase, first, last) -> {
                if (asWritten || words.mended(first, last)) {
                    // without the space at either end
                    var span = words.span(first + 1, last - 1);
                    meanings.get(phrase).forEach(entry -> hits.add(new Hit(entry, span, !asWritten)));
                }
            });
        }
    }
}
