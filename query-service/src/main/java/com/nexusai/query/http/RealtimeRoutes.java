package com.nexusai.query.http;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.Meta;
import com.nexusai.query.engine.Caller;
import com.nexusai.query.engine.Engine;
import com.nexusai.query.store.Source;
import com.nexusai.query.store.SourceAway;
import com.nexusai.query.store.TodayCounters;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Today's numbers. Redis has them soonest; the stores have the same, and take over when Redis is away, empty, or behind
 * them.
 */
final class RealtimeRoutes implements Routes {
    private static final int UNAVAILABLE = 503;

    private final Engine engine;
    private final TodayCounters counters;
    private final QueryMeters meters;
    private final String instance;
    private final Clock clock;

    RealtimeRoutes(Engine engine, TodayCounters counters, QueryMeters meters, String instance, Clock clock) {
        this.engine = engine;
        this.counters = counters;
        this.meters = meters;
        this.instance = instance;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/analytics/realtime", this::realtime, Scope.READ);
    }

    private void realtime(Context ctx) {
        Parameters.of(ctx);
        var tenant = Access.tenant(ctx);
        var now = clock.instant();
        ctx.json(stored(KeyedAnswers.caller(ctx), now)
                .map(stored -> fresher(tenant, stored))
                .orElseGet(() -> fromRedisAlone(tenant, Today.empty(now))));
    }

    /** Empty while nobody has a copy. */
    private Optional<Today.Stored> stored(Caller caller, Instant now) {
        try {
            return Optional.of(Today.of(engine, caller, now));
        } catch (Problem problem) {
            if (problem.status() != UNAVAILABLE) {
                throw problem;
            }
            return Optional.empty();
        }
    }

    private RealtimeView fresher(String tenant, Today.Stored stored) {
        var today = stored.today();
        return counters(tenant, today, today.byType().keySet())
                .map(redis -> best(today, redis, stored.meta()))
                .orElseGet(() -> today.view(stored.meta().without(Source.REDIS)));
    }

    private static RealtimeView best(Today stored, TodayCounters.Counts redis, Meta meta) {
        // counters only grow, so the larger total is the newer; never behind the store, it is at least as fresh
        return redis.total() > 0 && redis.total() >= stored.events()
                ? stored.counted(redis).view(meta.from(Source.REDIS))
                : stored.view(meta);
    }

    private RealtimeView fromRedisAlone(String tenant, Today nothing) {
        var counts = counters(tenant, nothing, Today.BUILT_IN_TYPES)
                .filter(found -> found.total() > 0)
                .orElseThrow(KeyedAnswers::noCopy);
        var meta = new Meta(null, Source.REDIS, null, instance, null, null, List.of(Source.STORE));
        return nothing.counted(counts).view(meta);
    }

    private Optional<TodayCounters.Counts> counters(String tenant, Today today, Collection<String> types) {
        try {
            return Optional.of(counters.read(tenant, today.date(), types));
        } catch (SourceAway away) {
            meters.sourceAway(away.source());
            return Optional.empty();
        }
    }
}
