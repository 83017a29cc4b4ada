package com.nexusai.moderation.http;

import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.Exposure;
import com.nexusai.moderation.http.Workload.Looks;
import com.nexusai.moderation.store.CaseReads;
import com.nexusai.moderation.store.Freshness;
import com.nexusai.moderation.store.LocalCases;
import com.nexusai.moderation.store.Owners;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What a moderator has looked at, which every instance knows a part of. */
public final class WorkloadHandler {
    private final LocalCases cases;
    private final Owners owners;
    private final Freshness freshness;
    private final Gathering gathering;
    private final Casework casework;
    private final Clock clock;

    public WorkloadHandler(CaseReads reads, Peers peers, Casework casework, Clock clock) {
        this.cases = reads.local();
        this.owners = reads.owners();
        this.freshness = reads.freshness();
        this.gathering = new Gathering(reads.owners(), peers);
        this.casework = casework;
        this.clock = clock;
    }

    void me(Context ctx) {
        ctx.json(of(ctx, Viewer.of(ctx)));
    }

    Workload of(Context ctx, Viewer who) {
        var limits = casework.rules(who.tenantId()).care();
        var meta = Meta.here(freshness.now(), owners.self());
        var now = clock.instant();
        var today = looks(who, now, Duration.ofDays(1));
        var thisHour = looks(who, now, Exposure.WINDOW);
        var gathered = gathering.fromPeers(ctx, ModerationRoutes.ME, Workload.class);
        for (var part : gathered.parts()) {
            today = today.plus(part.today());
            thisHour = thisHour.plus(part.thisHour());
            meta = meta.with(part.meta());
        }
        return Workload.of(who, today, thisHour, limits, meta.without(gathered.missing(), gathered.allOwned()));
    }

    private Looks looks(Viewer who, Instant now, Duration span) {
        long millis = span.toMillis();
        var from = Instant.ofEpochMilli(now.toEpochMilli() / millis * millis);
        return Looks.of(cases.exposures(who.tenantId(), from, now).getOrDefault(who.name(), Map.of()));
    }
}
