package com.nexusai.moderation.http;

import com.nexusai.kit.http.Access;
import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.store.CaseReads;
import com.nexusai.moderation.store.Freshness;
import com.nexusai.moderation.store.LocalCases;
import com.nexusai.moderation.store.Owners;
import com.nexusai.moderation.store.PendingPage;
import io.javalin.http.Context;
import java.util.ArrayList;

/** What concerns all cases of a tenant: who waits, and how many there are. Every instance has a part of the answer. */
public final class QueueHandler {
    private static final String OLDEST = "oldest";
    private static final String NEWEST = "newest";
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;

    private final LocalCases cases;
    private final Owners owners;
    private final Gathering gathering;
    private final Freshness freshness;

    public QueueHandler(CaseReads reads, Peers peers) {
        this.cases = reads.local();
        this.owners = reads.owners();
        this.gathering = new Gathering(reads.owners(), peers);
        this.freshness = reads.freshness();
    }

    void pending(Context ctx) {
        var page = page(ctx);
        var meta = Meta.here(freshness.now(), owners.self());
        var here =
                cases.pending(page).stream().map(one -> CaseView.of(one, null)).toList();
        var gathered = gathering.fromPeers(ctx, path(page), PendingView.class);
        var parts = new ArrayList<PendingView>();
        parts.add(PendingView.of(page, here, meta));
        for (var part : gathered.parts()) {
            parts.add(part);
            meta = meta.with(part.meta());
        }
        ctx.json(PendingView.merged(page, parts, meta.without(gathered.missing(), gathered.allOwned())));
    }

    void stats(Context ctx) {
        var meta = Meta.here(freshness.now(), owners.self());
        var stats = StatsView.of(cases.counts(Access.tenant(ctx)), meta);
        var gathered = gathering.fromPeers(ctx, ModerationRoutes.STATS, StatsView.class);
        for (var part : gathered.parts()) {
            stats = stats.plus(part);
            meta = meta.with(part.meta());
        }
        ctx.json(stats.with(meta.without(gathered.missing(), gathered.allOwned())));
    }

    private static String path(PendingPage page) {
        return ModerationRoutes.PENDING + "?limit=" + page.limit() + "&order="
                + (page.newestFirst() ? NEWEST : OLDEST)
                + (page.after() == null ? "" : "&cursor=" + Cursor.write(page.after()));
    }

    private static PendingPage page(Context ctx) {
        var tenantId = Access.tenant(ctx);
        return new PendingPage(tenantId, Cursor.read(tenantId, ctx.queryParam("cursor")), limit(ctx), newestFirst(ctx));
    }

    private static int limit(Context ctx) {
        var given = ctx.queryParam("limit");
        if (given == null) {
            return DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(given);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            // the same answer as for a number out of range
        }
        throw Problem.invalid("limit", "It must be a number from 1 to " + MOST + ".");
    }

    private static boolean newestFirst(Context ctx) {
        var order = ctx.queryParam("order");
        return switch (order == null ? OLDEST : order) {
            case OLDEST -> false;
            case NEWEST -> true;
            default -> throw Problem.invalid("order", "It must be oldest or newest.");
        };
    }
}
