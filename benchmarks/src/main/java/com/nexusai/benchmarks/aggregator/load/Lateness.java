package com.nexusai.benchmarks.aggregator.load;

import java.util.SplittableRandom;

/** How long before its arrival an event happened: nine in ten within two seconds, two in a hundred up to two hours. */
final class Lateness {
    private final SplittableRandom random;

    Lateness(SplittableRandom random) {
        this.random = random;
    }

    int millis() {
        int percent = random.nextInt(100);
        if (percent < 90) {
            return random.nextInt(2_000);
        }
        return random.nextInt(percent < 98 ? 10 * 60_000 : 2 * 60 * 60_000);
    }
}
