package com.nexusai.moderation.provider;

import com.nexusai.schema.moderation.Reason;
import java.time.Duration;
import java.util.List;

/** What came of asking. */
public sealed interface Answer {
    /**
     * The provider has looked.
     *
     * @param reasons what speaks against the content; none means that nothing was found
     * @param sawMedia whether it has looked at the thing itself, and not only at its text
     * @param judged what it looks for
     */
    record Verdict(String provider, List<Reason> reasons, boolean sawMedia, List<String> judged) implements Answer {
        public Verdict {
            reasons = List.copyOf(reasons);
            judged = List.copyOf(judged);
        }
    }

    /**
     * It has not.
     *
     * @param detail one sentence for people, without the content or a secret
     * @param pause for how long it should not be asked again; zero if it did not say
     */
    record Failed(String provider, Cause cause, String detail, Duration pause) implements Answer {}

    /** Why there is no verdict. */
    enum Cause {
        /** no answer in time */
        SLOW,
        /** asked too often */
        BUSY,
        /** its own fault, which may pass */
        BROKEN,
        /** ours, such as a wrong key: asking again is no use */
        REFUSED,
        /** it does not take this content, and would take another */
        UNFIT,
        /** an answer that means nothing */
        NONSENSE,
        /** it is not asked for a while, after failing several times */
        RESTING
    }
}
