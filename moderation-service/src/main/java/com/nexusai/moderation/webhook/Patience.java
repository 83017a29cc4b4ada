package com.nexusai.moderation.webhook;

import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Delivery;
import java.time.Duration;
import java.time.Instant;

/** How often it is tried: after 10 seconds, then after twice as long each time up to an hour, for a day. */
final class Patience {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration ALL = Duration.ofHours(24);

    private Patience() {}

    static Delivery first(String webhook, Decision decision, String error, Instant now) {
        return new Delivery(decision.tenantId(), webhook, decision, 1, now, now.plus(FIRST), error);
    }

    /** One that nobody has tried yet. */
    static Delivery parked(String webhook, Decision decision, Instant now) {
        return new Delivery(decision.tenantId(), webhook, decision, 0, now, now, null);
    }

    static Delivery after(Delivery failed, String error, Instant now) {
        boolean over = !now.isBefore(failed.since().plus(ALL));
        int attempts = failed.attempts() + 1;
        return new Delivery(
                failed.tenantId(),
                failed.webhook(),
                failed.decision(),
                attempts,
                failed.since(),
                over ? null : now.plus(pause(attempts)),
                error);
    }

    static Delivery anew(Delivery dead, Instant now) {
        return new Delivery(
                dead.tenantId(), dead.webhook(), dead.decision(), dead.attempts(), now, now, dead.lastError());
    }

    private static Duration pause(int attempts) {
        int doublings = Math.min(attempts - 1, 20);
        var pause = FIRST.multipliedBy(1L << Math.max(0, doublings));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
