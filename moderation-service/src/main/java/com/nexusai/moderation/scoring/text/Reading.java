package com.nexusai.moderation.scoring.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text, prepared once for all detectors.
 *
 * @param original as it was written; spans point into it
 * @param words as they stand there, folded
 * @param loose other ways to read them, for texts in which something was written so as not to be read
 * @param censored words in which signs stand for letters, any letters
 */
public record Reading(String original, Words words, List<Words> loose, List<CensoredWord> censored) {
    public Reading {
        loose = List.copyOf(loose);
        censored = List.copyOf(censored);
    }

    public static Reading of(String original) {
        var folded = FoldedText.of(original);
        var loose = new ArrayList<Words>();
        if (Suspicion.ofDisguise(folded)) {
            loose.add(LooseReading.read(folded, false));
        }
        if (Suspicion.ofPieces(folded)) {
            loose.add(LooseReading.read(folded, true));
        }
        return new Reading(original, Words.literal(folded), loose, CensoredWord.all(folded));
    }

    /** A phrase as it looks among the words of a text. */
    public static String literal(String phrase) {
        return Words.literal(FoldedText.of(phrase)).toString();
    }

    /** A phrase as it looks in a loose reading. */
    public static String loose(String phrase) {
        return LooseReading.read(FoldedText.of(phrase), false).toString();
    }
}
