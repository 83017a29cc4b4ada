package com.nexusai.moderation.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.kit.http.Access;
import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.domain.GoldenDesk;
import com.nexusai.moderation.domain.PendingKey;
import com.nexusai.moderation.store.CaseReads;
import com.nexusai.moderation.store.Freshness;
import com.nexusai.moderation.store.LocalCases;
import com.nexusai.moderation.store.Owners;
import com.nexusai.moderation.store.PendingPage;
import com.nexusai.schema.moderation.CaseState;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What concerns all cases of a tenant: who waits, and how many there are. Every instance has a part of the answer. */
public final class QueueHandler {
    private static final String OLDEST = "oldest";
    private static final String NEWEST = "newest";
    private static final String URGENT = "urgent";
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
        if (GoldenDesk.QUEUE.equals(page.queue()) && !Viewer.of(ctx).leads()) {
            throw Problem.of(403, "lead-only", "This person may not do it", "Only a lead may see this queue.");
        }
        ctx.json(gathered(ctx, page));
    }

    /** What this instance has of it. */
    List<CaseView> here(PendingPage page, Viewer viewer) {
        return cases.pending(page).stream()
                .map(one -> CaseView.of(one, null, null, viewer))
                .toList();
    }

    /** From all instances. */
    PendingView gathered(Context ctx, PendingPage page) {
        var meta = Meta.here(freshness.now(), owners.self());
        var here = here(page, Viewer.of(ctx));
        var gathered = gathering.fromPeers(ctx, path(page), PendingView.class);
        var parts = new ArrayList<PendingView>();
        parts.add(PendingView.of(page, here, meta));
        for (var part : gathered.parts()) {
            parts.add(part);
            meta = meta.with(part.meta());
        }
        return PendingView.merged(page, parts, meta.without(gathered.missing(), gathered.allOwned()));
    }

    void stats(Context ctx) {
        var meta = Meta.here(freshness.now(), owners.self());
        var viewer = Viewer.of(ctx);
        var tenantId = viewer.tenantId();
        var oldest = cases.pending(new PendingPage(tenantId, null, null, 1, false, null)).stream()
                .findFirst()
                .map(one -> PendingKey.of(one).since())
                .orElse(null);
        var stats = StatsView.of(cases.counts(tenantId), oldest, viewer, meta);
        var gathered = gathering.fromPeers(ctx, ModerationRoutes.STATS, StatsView.class);
        for (var part : gathered.parts()) {
            stats = stats.plus(part);
            meta = meta.with(part.meta());
        }
        ctx.json(stats.with(meta.without(gathered.missing(), gathered.allOwned())));
    }

    private static String path(PendingPage page) {
        return ModerationRoutes.PENDING + "?limit=" + page.limit()
                + "&order=" + (page.queue() != null ? URGENT : page.newestFirst() ? NEWEST : OLDEST)
                + (page.queue() == null ? "" : "&queue=" + URLEncoder.encode(page.queue(), UTF_8))
                + (page.only() == null ? "" : "&state=" + page.only())
                + (page.after() == null ? "" : "&cursor=" + Cursor.write(page.after()));
    }

    private static PendingPage page(Context ctx) {
        var tenantId = Access.tenant(ctx);
        var order = order(ctx);
        var queue = order.equals(URGENT) ? queue(ctx) : null;
        var first = new PendingPage(tenantId, queue, null, limit(ctx), order.equals(NEWEST), state(ctx));
        var after = Cursor.read(first.line(), ctx.queryParam("cursor"));
        return new PendingPage(tenantId, queue, after, first.limit(), first.newestFirst(), first.only());
    }

    private static String queue(Context ctx) {
        var queue = ctx.queryParam("queue");
        if (queue == null) {
            return PendingKey.ALL_QUEUES;
        }
        if (queue.isEmpty() || queue.contains("/")) {
            throw Problem.invalid("queue", "No queue is called so.");
        }
        return queue;
    }

    private static @Nullable CaseState state(Context ctx) {
        var state = ctx.queryParam("state");
        return switch (state) {
            case null -> null;
            case "PENDING", "ESCALATED", "APPEALED" -> CaseState.valueOf(state);
            default -> throw Problem.invalid("state", "It must be PENDING, ESCALATED or APPEALED.");
        };
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

    /** A queue has no other order than that of urgency. */
    private static String order(Context ctx) {
        var order = ctx.queryParam("order");
        return switch (order) {
            case null -> ctx.queryParam("queue") == null ? OLDEST : URGENT;
            case OLDEST, NEWEST -> {
                if (ctx.queryParam("queue") != null) {
                    throw Problem.invalid("order", "A queue is in the order of urgency: urgent.");
                }
                yield order;
            }
            case URGENT -> order;
            default -> throw Problem.invalid("order", "It must be oldest, newest or urgent.");
        };
    }
}
