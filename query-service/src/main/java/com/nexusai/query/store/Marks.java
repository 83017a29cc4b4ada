package com.nexusai.query.store;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How current one copy is, told by marks: at a known moment the topic's partition ended at some offset. A copy that has
 * come to that offset holds all that was written before that moment. Not thread-safe.
 */
final class Marks {
    // older marks are thinned out by their order: the oldest goes first, so a long catch-up never fills memory
    private static final int KEPT = 1_000;

    private final Deque<Mark> ahead = new ArrayDeque<>();
    private @Nullable Instant reachedAt;
    private @Nullable Instant lookedAt;
    private long endBefore = -1;
    private long endNow = -1;

    private record Mark(Instant at, long end) {}

    void add(Instant at, long end) {
        endBefore = endNow;
        endNow = end;
        lookedAt = at;
        ahead.addLast(new Mark(at, end));
        if (ahead.size() > KEPT) {
            ahead.removeFirst();
        }
    }

    void position(long position) {
        // an empty partition is read to its end by nobody having read it
        while (!ahead.isEmpty() && ahead.getFirst().end() <= Math.max(position, 0)) {
            reachedAt = ahead.removeFirst().at();
        }
    }

    /** For a copy that has nothing left to read, though nobody can say its position: where the last but one look ended. */
    void nothingLeft() {
        position(endBefore);
    }

    /** The newest moment of which all is here; null before the first. */
    @Nullable
    Instant reachedAt() {
        return reachedAt;
    }

    /** Whether the newest mark is reached. */
    boolean current() {
        return reachedAt != null && reachedAt.equals(lookedAt);
    }
}
