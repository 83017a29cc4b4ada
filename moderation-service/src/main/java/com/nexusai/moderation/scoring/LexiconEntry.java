package com.nexusai.moderation.scoring;

import com.nexusai.moderation.domain.Category;

/**
 * A phrase that speaks against a text.
 *
 * @param severity what it takes from the confidence, 0 to 1
 */
record LexiconEntry(Category category, double severity, String language, String phrase) {
    LexiconEntry {
        if (!(severity > 0 && severity < 1)) {
            throw new IllegalArgumentException("severity of '" + phrase + "' must lie between 0 and 1");
        }
        if (phrase.isBlank()) {
            throw new IllegalArgumentException("a phrase is blank");
        }
    }
}
