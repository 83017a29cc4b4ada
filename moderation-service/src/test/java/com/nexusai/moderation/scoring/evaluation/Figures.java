package com.nexusai.moderation.scoring.evaluation;

import java.util.Locale;

/** How often something was found, missed, or seen where it was not. */
final class Figures {
    private int found;
    private int missed;
    private int imagined;

    void count(boolean there, boolean seen) {
        found += there && seen ? 1 : 0;
        missed += there && !seen ? 1 : 0;
        imagined += !there && seen ? 1 : 0;
    }

    /** Of what was seen, how much was there. */
    double precision() {
        return found + imagined == 0 ? 1 : (double) found / (found + imagined);
    }

    /** Of what was there, how much was seen. */
    double recall() {
        return found + missed == 0 ? 1 : (double) found / (found + missed);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "precision %.3f  recall %.3f  (found %d, missed %d, imagined %d)",
                precision(),
                recall(),
                found,
                missed,
                imagined);
    }
}
