package com.nexusai.moderation.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Leaves a provider alone after it has failed several times in a row, then tries it with one question. */
final class Breaker {
    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(30);

    private final Clock clock;
    private int failures;
    private Instant restsUntil = Instant.MIN;

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /** Whether it may be asked. Whoever is let through after a rest is the only one until it is known how it went. */
    synchronized boolean lets() {
        var now = clock.instant();
        if (now.isBefore(restsUntil)) {
            return false;
        }
        if (failures >= FAILURES) {
            restsUntil = now.plus(REST);
        }
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        restsUntil = Instant.MIN;
    }

    /** @param pause what the provider itself asked for */
    synchronized void failed(Duration pause) {
        failures++;
        var rest = failures >= FAILURES && pause.compareTo(REST) < 0 ? REST : pause;
        restsUntil = clock.instant().plus(rest);
    }
}
