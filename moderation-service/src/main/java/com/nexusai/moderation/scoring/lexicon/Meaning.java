package com.nexusai.moderation.scoring.lexicon;

import com.nexusai.moderation.domain.Category;

/** What it says of a text that a phrase is in it. */
public sealed interface Meaning {
    /**
     * It speaks against it.
     *
     * @param severity what it takes from the confidence, 0 to 1
     */
    record Fault(Category category, double severity) implements Meaning {
        public Fault {
            if (!(severity > 0 && severity < 1)) {
                throw new IllegalArgumentException("a severity must lie between 0 and 1");
            }
        }
    }

    /** It weighs nothing alone, but says how other phrases are meant. */
    enum Marker implements Meaning {
        /** what stands within is innocent */
        ALLOW,
        /** somebody tells what others said or did */
        QUOTE,
        /** somebody helps, heals or teaches */
        HELP,
        /** it is about a child */
        MINOR,
        /** it is about sex, innocent among adults */
        EROTIC
    }
}
