package com.nexusai.moderation.http;

import com.nexusai.kit.http.Access;
import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.statement.DecisionLog;
import com.nexusai.moderation.statement.DsaStatement;
import com.nexusai.moderation.statement.Statement;
import com.nexusai.moderation.statement.Territory;
import com.nexusai.moderation.store.CaseReads;
import com.nexusai.moderation.store.LocalCases;
import com.nexusai.moderation.store.Owners;
import com.nexusai.moderation.store.Owners.Owner;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.serde.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why something was decided: of one content, and of all that was restricted within a time. */
public final class StatementHandler {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final String DSA = "dsa";

    private final LocalCases cases;
    private final Owners owners;
    private final Peers peers;
    private final Casework casework;
    private final DecisionLog decisions;
    private final Clock clock;

    public StatementHandler(CaseReads reads, Peers peers, Casework casework, DecisionLog decisions, Clock clock) {
        this.cases = reads.local();
        this.owners = reads.owners();
        this.peers = peers;
        this.casework = casework;
        this.decisions = decisions;
        this.clock = clock;
    }

    void ofOne(Context ctx) {
        var tenantId = Access.tenant(ctx);
        var contentId = ctx.pathParam(CaseHandler.CONTENT_ID);
        switch (owners.of(EventKey.of(tenantId, contentId))) {
            case Owner.Here here -> answer(ctx, tenantId, contentId, here.partition());
            case Owner.Peer peer
            when !Peers.asked(ctx) -> Forwarding.forward(ctx, peers, peer.host(), path(ctx, contentId));
            case Owner.Peer _, Owner.Nobody _ -> throw Forwarding.moving();
        }
    }

    private void answer(Context ctx, String tenantId, String contentId, int partition) {
        var found = cases.find(tenantId, contentId, partition);
        if (found == null) {
            throw Problem.notFound("There is no case about content '" + contentId + "'.");
        }
        ctx.json(view(ctx, found.decision(), dsa(ctx)));
    }

    private Object view(Context ctx, Decision decision, boolean dsa) {
        if (!dsa) {
            return Statement.of(decision, casework.rules(decision.tenantId()).appealDays());
        }
        if (!Statement.restricts(decision)) {
            throw Problem.notFound("Nothing is restricted, so there is nothing to report.");
        }
        return DsaStatement.of(decision, territory(ctx));
    }

    /** One a line, in the order of each partition. The answer ends early if the caller goes away. */
    void export(Context ctx) throws IOException {
        var tenantId = Access.tenant(ctx);
        var from = time(ctx, "from");
        var to = time(ctx, "to");
        var end = to == null ? clock.instant() : to;
        var start = from == null ? end.minus(Duration.ofDays(1)) : from;
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw Problem.invalid("from", "It must lie before to, by at most " + LONGEST.toDays() + " days.");
        }
        boolean dsa = dsa(ctx);
        var territory = territory(ctx);
        int appealDays = casework.rules(tenantId).appealDays();
        ctx.contentType("application/x-ndjson");
        var out = ctx.outputStream();
        decisions.between(tenantId, start, end, decision -> {
            if (Statement.restricts(decision)) {
                var line = dsa ? DsaStatement.of(decision, territory) : Statement.of(decision, appealDays);
                out.write(Json.MAPPER.writeValueAsBytes(line));
                out.write('\n');
            }
        });
        out.flush();
    }

    private static boolean dsa(Context ctx) {
        var format = ctx.queryParam("format");
        return switch (format) {
            case null -> false;
            case "plain" -> false;
            case DSA -> true;
            default -> throw Problem.invalid("format", "It must be plain or dsa.");
        };
    }

    private static List<String> territory(Context ctx) {
        var given = ctx.queryParam("territory");
        return Territory.of(given == null ? "EEA" : given)
                .orElseThrow(() -> Problem.invalid("territory", "It must be EU, EEA or codes of its countries."));
    }

    private static @Nullable Instant time(Context ctx, String name) {
        var given = ctx.queryParam(name);
        try {
            return given == null ? null : Instant.parse(given);
        } catch (DateTimeException notATime) {
            throw Problem.invalid(name, "It must be a time such as 2026-01-31T00:00:00Z.");
        }
    }

    private static String path(Context ctx, String contentId) {
        var territory = ctx.queryParam("territory");
        return ModerationRoutes.caseOf(contentId) + "/statement?format=" + (dsa(ctx) ? DSA : "plain")
                + (territory == null ? "" : "&territory=" + URLEncoder.encode(territory, StandardCharsets.UTF_8));
    }
}
