package com.nexusai.systemtests.metrics.traffic;

import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What moderation-service would have decided in the same time. */
public final class Decisions {
    private static final List<String> TENANTS = List.of("acme", "globex.eu");

    private Decisions() {}

    public static List<Decision> of(long seed, Instant now, Duration span, int count) {
        var dice = new Dice(seed);
        var period = Period.before(now, span);
        return IntStream.range(0, count)
                .mapToObj(number -> decision(number, period.any(dice), dice))
                .toList();
    }

    private static Decision decision(int number, long at, Dice dice) {
        return new Decision(
                "d-" + number,
                dice.pick(TENANTS),
                "m-" + dice.below(1 + number),
                "c-" + number,
                ContentKind.MESSAGE,
                "u-" + dice.below(100),
                dice.pick(List.of(Outcome.values())),
                dice.fraction(),
                Map.of(),
                List.of(),
                "default-1",
                dice.chance(80),
                null,
                Instant.ofEpochMilli(at));
    }
}
