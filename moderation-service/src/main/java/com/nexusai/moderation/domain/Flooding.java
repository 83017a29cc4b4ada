package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.Reason;
import java.time.Duration;
import java.util.Optional;

/** When one actor sends more than a person would write: the texts may be innocent, the amount is not. */
public final class Flooding {
    /** For which time the pieces of one actor are counted. */
    public static final Duration WINDOW = Duration.ofMinutes(1);

    private static final long MOST = 20;

    private Flooding() {}

    /**
     * How many pieces there were in the window that ends now, as if those of the fixed one before had come evenly.
     *
     * @param before pieces in the fixed window before this one
     * @param now pieces in this one so far
     * @param elapsed how much of this one has passed
     */
    public static long pace(long before, long now, Duration elapsed) {
        var stillCounts = WINDOW.minus(elapsed).toMillis();
        return now + before * Math.max(0, stillCounts) / WINDOW.toMillis();
    }

    static Optional<Reason> reason(long pace, SignalWeights weights) {
        if (pace <= MOST) {
            return Optional.empty();
        }
        var explanation = "Its author sent %d pieces within a minute.".formatted(pace);
        return Optional.of(new Reason("spam/flooding", Category.SPAM.label(), weights.flooding(), explanation, null));
    }
}
