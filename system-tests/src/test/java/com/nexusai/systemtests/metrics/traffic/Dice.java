package com.nexusai.systemtests.metrics.traffic;

import java.util.List;
import java.util.Random;

/** All chance of a run comes from one seed. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean chance(double percent) {
        return random.nextDouble() * 100 < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long below(long bound) {
        return random.nextLong(bound);
    }

    double fraction() {
        return random.nextDouble();
    }

    /** Exponentially distributed: mostly small, sometimes several times the mean. */
    long around(double mean) {
        return (long) (-mean * Math.log(1 - random.nextDouble()));
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String digits(int count) {
        var digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
