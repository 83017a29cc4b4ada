package com.nexusai.moderation.scoring.lexicon;

/**
 * A phrase with its meaning.
 *
 * @param strict whether it means that only in a text of its language, since it is an innocent word of another
 */
public record LexiconEntry(Meaning meaning, String language, boolean strict, String phrase) {
    public LexiconEntry {
        if (phrase.isBlank()) {
            throw new IllegalArgumentException("a phrase is blank");
        }
    }
}
