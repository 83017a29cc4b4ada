package com.nexusai.benchmarks.moderation;

import com.nexusai.moderation.domain.Category;
import com.nexusai.moderation.scoring.lexicon.Lexicon;
import com.nexusai.moderation.scoring.lexicon.LexiconEntry;
import com.nexusai.moderation.scoring.lexicon.Meaning.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;

/** The built-in lexicon, cut or filled up with made-up phrases to a size; the same one in every run. */
final class SizedLexicon {
    private static final int SHORTEST = 4;
    private static final int LETTERS = 26;

    private SizedLexicon() {}

    static Lexicon of(int size) {
        var random = new Random(size);
        var entries = new ArrayList<>(Lexicon.builtIn().entries());
        Collections.shuffle(entries, random);
        while (entries.size() < size) {
            var phrase = random.nextBoolean() ? word(random) : word(random) + " " + word(random);
            entries.add(new LexiconEntry(new Fault(Category.SPAM, 0.45), "en", false, phrase));
        }
        return new Lexicon("lexicon-of-" + size, entries.subList(0, size));
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        int length = SHORTEST + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(LETTERS)));
        }
        return word.toString();
    }
}
