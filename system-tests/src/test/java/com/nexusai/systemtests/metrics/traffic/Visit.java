package com.nexusai.systemtests.metrics.traffic;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One visit: when each of its events happens. Some gaps and starts lie exactly where a rule turns over. */
record Visit(Person person, @Nullable String sessionId, long[] times) {
    private static final long HALF_AN_HOUR = Duration.ofMinutes(30).toMillis();
    private static final List<Long> TELLING_GAPS =
            List.of(0L, HALF_AN_HOUR - 1, HALF_AN_HOUR, HALF_AN_HOUR + 1, HALF_AN_HOUR + 60_000);
    private static final List<Long> WINDOWS = List.of(60_000L, 3_600_000L, Period.DAY);
    private static final double MEAN_GAP = 45_000;

    /** Of 24 hours; most is going on in the evening. */
    private static final double[] RHYTHM = {2, 1, 1, 1, 1, 2, 3, 5, 6, 6, 6, 7, 8, 7, 6, 6, 7, 8, 10, 12, 13, 12, 8, 4};

    static Visit of(Person person, int number, Dice dice) {
        boolean named = dice.chance(person.sessionIds());
        var sessionId = !named ? null : person.sharesSessionIds() ? "s/" + dice.below(20) : "s-" + number;
        var times = new long[dice.chance(25) ? 1 : 2 + (int) dice.around(9)];
        times[0] = start(dice.pick(person.days()), dice);
        for (int i = 1; i < times.length; i++) {
            times[i] = times[i - 1] + gap(named, dice);
        }
        return new Visit(person, sessionId, times);
    }

    private static long start(long day, Dice dice) {
        long start = day * Period.DAY + hour(dice) * 3_600_000L + dice.below(3_600_000);
        if (dice.chance(4)) {
            long window = dice.pick(WINDOWS);
            return start - start % window - dice.below(2);
        }
        return start;
    }

    private static int hour(Dice dice) {
        while (true) {
            int hour = dice.below(24);
            if (dice.chance(100 * RHYTHM[hour] / 13)) {
                return hour;
            }
        }
    }

    private static long gap(boolean named, Dice dice) {
        if (dice.chance(5)) {
            return dice.pick(TELLING_GAPS);
        }
        if (named && dice.chance(1)) {
            return dice.below(20 * 3_600_000L);
        }
        return dice.around(MEAN_GAP);
    }
}
