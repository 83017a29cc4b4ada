package com.nexusai.moderation.http;

import com.nexusai.kit.http.Access;
import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.store.CaseReads;
import com.nexusai.moderation.store.Freshness;
import com.nexusai.moderation.store.LocalCases;
import com.nexusai.moderation.store.Owners;
import com.nexusai.moderation.store.Owners.Owner;
import com.nexusai.schema.event.EventKey;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one case where it lives: here, or one hop away. */
public final class CaseHandler {
    static final String CONTENT_ID = "contentId";

    private static final Logger LOG = LoggerFactory.getLogger(CaseHandler.class);
    private static final Duration UNTIL_OWNED = Duration.ofSeconds(2);

    private final LocalCases cases;
    private final Owners owners;
    private final Peers peers;
    private final Freshness freshness;

    public CaseHandler(CaseReads reads, Peers peers) {
        this.cases = reads.local();
        this.owners = reads.owners();
        this.peers = peers;
        this.freshness = reads.freshness();
    }

    void find(Context ctx) {
        var tenantId = Access.tenant(ctx);
        var contentId = ctx.pathParam(CONTENT_ID);
        switch (owners.of(EventKey.of(tenantId, contentId))) {
            case Owner.Here here -> answer(ctx, tenantId, contentId, here.partition());
            case Owner.Peer peer when !Peers.asked(ctx) -> forward(ctx, contentId, peer.host());
            // a peer took us for the owner: the two of us disagree, which passes
            case Owner.Peer _, Owner.Nobody _ -> throw moving();
        }
    }

    private void answer(Context ctx, String tenantId, String contentId, int partition) {
        var fresh = freshness.now();
        var found = cases.find(tenantId, contentId, partition);
        if (found == null) {
            throw Problem.notFound("There is no case about content '" + contentId
                    + "'. What was submitted a moment ago may still be on its way.");
        }
        ctx.json(CaseView.of(found, Meta.here(fresh, owners.self())));
    }

    private void forward(Context ctx, String contentId, HostInfo peer) {
        try {
            var answer = peers.ask(peer, Peers.Question.of(ctx, ModerationRoutes.caseOf(contentId)));
            ctx.status(answer.statusCode());
            answer.headers().firstValue("Content-Type").ifPresent(ctx::contentType);
            answer.headers().firstValue("Retry-After").ifPresent(seconds -> ctx.header("Retry-After", seconds));
            ctx.result(answer.body());
        } catch (IOException failure) {
            LOG.warn("no answer from {}:{}", peer.host(), peer.port(), failure);
            throw moving();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw moving();
        }
    }

    private static Problem moving() {
        return Problem.unavailable("The instance that holds this case cannot be reached now.", UNTIL_OWNED);
    }
}
