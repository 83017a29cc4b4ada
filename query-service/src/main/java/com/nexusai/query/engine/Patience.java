package com.nexusai.query.engine;

import com.nexusai.kit.problem.Problem;
import java.time.Duration;
import java.util.function.Supplier;

/** Asks again where a turn was not to be had, or history was away for a moment. */
public final class Patience {
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final int times;
    private final Duration between;

    public Patience(int times, Duration between) {
        this.times = times;
        this.between = between;
    }

    /** @throws Problem the last one, when patience is at its end */
    public <T> T ask(Supplier<T> question) {
        for (int left = times; ; left--) {
            try {
                return question.get();
            } catch (Problem problem) {
                boolean passes = problem.status() == TOO_MANY || problem.status() == UNAVAILABLE;
                if (!passes || left <= 1 || !waited()) {
                    throw problem;
                }
            }
        }
    }

    private boolean waited() {
        try {
            Thread.sleep(between);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
