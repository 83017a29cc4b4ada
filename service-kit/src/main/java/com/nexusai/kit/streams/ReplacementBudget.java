package com.nexusai.kit.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often threads may be replaced before the process had better be. */
final class ReplacementBudget {
    private final int replacements;
    private final Duration window;
    private final InstantSource clock;
    private final Deque<Instant> spent = new ArrayDeque<>();

    ReplacementBudget(int replacements, Duration window, InstantSource clock) {
        this.replacements = replacements;
        this.window = window;
        this.clock = clock;
    }

    synchronized boolean spend() {
        var now = clock.instant();
        while (!spent.isEmpty() && spent.getFirst().isBefore(now.minus(window))) {
            spent.removeFirst();
        }
        if (spent.size() >= replacements) {
            return false;
        }
        spent.addLast(now);
        return true;
    }
}
