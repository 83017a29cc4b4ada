package com.nexusai.query.engine;

import com.nexusai.kit.problem.Problem;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Tries again what may be possible in a moment. */
public final class Patience {
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final int times;
    private final Duration between;
    private final long mostNanos;

    /** @param most in all: a try may take long itself, as one of a peer that does not answer */
    public Patience(int times, Duration between, Duration most) {
        this.times = times;
        this.between = between;
        mostNanos = most.toNanos();
    }

    /** For as long as a copy takes from one instance to another, which is restored but for its last records. */
    public static Patience withHandover() {
        return new Patience(20, Duration.ofMillis(50), Duration.ofSeconds(1));
    }

    /**
     * Asks again where a turn was not to be had, or history was away.
     *
     * @throws Problem the last one, when patience is at its end
     */
    public <T> T ask(Supplier<T> question) {
        long since = System.nanoTime();
        for (int tried = 1; ; tried++) {
            try {
                return question.get();
            } catch (Problem problem) {
                boolean passes = problem.status() == TOO_MANY || problem.status() == UNAVAILABLE;
                if (!passes || !waitedAfter(tried, since)) {
                    throw problem;
                }
            }
        }
    }

    /** Whether it was done, sooner or later. */
    public boolean until(BooleanSupplier done) {
        long since = System.nanoTime();
        for (int tried = 1; ; tried++) {
            if (done.getAsBoolean()) {
                return true;
            }
            if (!waitedAfter(tried, since)) {
                return false;
            }
        }
    }

    /** False where there is no more patience, after so many tries since a moment of {@link System#nanoTime()}. */
    boolean waitedAfter(int tried, long since) {
        if (tried >= times || System.nanoTime() - since >= mostNanos) {
            return false;
        }
        try {
            Thread.sleep(between);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
