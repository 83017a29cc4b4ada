package com.nexusai.moderation.scoring;

import java.util.List;

/**
 * A text, prepared once for all detectors.
 *
 * @param original as it was written; spans point into it
 * @param words the ways to read its words, the most literal first
 */
record Reading(String original, List<Words> words) {
    Reading {
        words = List.copyOf(words);
    }

    static Reading of(String original) {
        return new Reading(original, Words.readings(FoldedText.of(original)));
    }
}
