package com.nexusai.ingest.http;

import com.nexusai.ingest.limit.Level;
import com.nexusai.ingest.limit.Quota;
import com.nexusai.ingest.limit.Throttle;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.problem.Problem;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rate limits as HTTP says them: {@code RateLimit-Policy} and {@code RateLimit} on each answer, as in the draft of the
 * IETF, and 429 with {@code Retry-After} for what is too much.
 */
final class Throttling {
    private static final String LEVELS = "ingest.rate-limits";

    private final Throttle throttle;

    Throttling(Throttle throttle) {
        this.throttle = throttle;
    }

    void request(Context ctx) {
        check(ctx, throttle.request(Access.of(ctx)), "requests");
    }

    void events(Context ctx, int count) {
        var caller = Access.of(ctx);
        var most = throttle.mostEvents(caller);
        if (count > most) {
            throw Problem.tooLarge("The request has " + count + " events, and the rate limit lets at most " + most
                    + " pass at once; send them in parts.");
        }
        check(ctx, throttle.events(caller, count), "events");
    }

    private static void check(Context ctx, List<Level> levels, String what) {
        if (levels.isEmpty()) {
            return;
        }
        var all = new ArrayList<>(
                Optional.<List<Level>>ofNullable(ctx.attribute(LEVELS)).orElse(List.of()));
        all.addAll(levels);
        ctx.attribute(LEVELS, all);
        ctx.header(
                "RateLimit-Policy",
                all.stream().map(level -> policy(level.quota())).collect(Collectors.joining(", ")));
        ctx.header("RateLimit", all.stream().map(Throttling::state).collect(Collectors.joining(", ")));
        var last = levels.getLast();
        if (!last.granted()) {
            throw Problem.of(429, "rate-limited", "Too much is sent", detail(last, what))
                    .header("Retry-After", Long.toString(seconds(last)))
                    .with("limit", last.quota().name());
        }
    }

    private static String detail(Level level, String what) {
        var whose = level.quota().name().startsWith("tenant") ? "The tenant" : "The API key";
        return whose + " may send " + level.quota().perSecond() + " " + what + " a second, and "
                + level.quota().capacity() + " at once.";
    }

    private static String policy(Quota quota) {
        return "\"" + quota.name() + "\";q=" + quota.perSecond() + ";w=1";
    }

    private static String state(Level level) {
        return "\"" + level.quota().name() + "\";r=" + level.left() + (level.granted() ? "" : ";t=" + seconds(level));
    }

    private static long seconds(Level level) {
        return Math.max(1, (level.delay().toMillis() + 999) / 1000);
    }
}
