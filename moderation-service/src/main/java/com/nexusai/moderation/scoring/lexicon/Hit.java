package com.nexusai.moderation.scoring.lexicon;

import com.nexusai.schema.moderation.Reason.Span;

/**
 * A phrase that was met.
 *
 * @param disguised whether it was written so as not to be read
 */
record Hit(LexiconEntry entry, Span span, boolean disguised) {
    boolean within(Hit other) {
        return other.span.from() <= span.from() && span.to() <= other.span.to();
    }

    boolean means(Meaning meaning) {
        return entry.meaning().equals(meaning);
    }
}
