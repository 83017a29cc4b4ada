package com.nexusai.aggregator.processor;

import com.nexusai.aggregator.domain.Rhythm;
import java.util.function.Supplier;

/** The rhythm of whatever thread a task is on, and how far the task has kept up with it. */
final class Beats {
    private final Supplier<Rhythm> rhythmHere;
    private Rhythm rhythm;
    private long done;

    /** @param rhythmHere the rhythm of the current thread */
    Beats(Supplier<Rhythm> rhythmHere) {
        this.rhythmHere = rhythmHere;
        rhythm = rhythmHere.get();
        done = rhythm.beat();
    }

    /** Whether it is time, and if so, takes note of it. */
    @SuppressWarnings("ReferenceEquality") // a task that was moved has another thread's rhythm
    boolean isTime(long nowMillis) {
        var here = rhythmHere.get();
        if (here != rhythm) {
            rhythm = here;
            done = here.beat();
        }
        if (!rhythm.beats(done, nowMillis)) {
            return false;
        }
        done = rhythm.beat();
        return true;
    }

    void read(long arrivedMillis, long nowMillis) {
        rhythm.read(arrivedMillis, nowMillis);
    }

    void enough() {
        rhythm.enough();
    }
}
