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

/** Reads one case, with its history, where it lives: here, or one hop away. */
public final class CaseHandler {
    static final String CONTENT_ID = "contentId";

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
            case Owner.Peer peer
            when !Peers.asked(ctx) -> Forwarding.forward(ctx, peers, peer.host(), ModerationRoutes.caseOf(contentId));
            // a peer took us for the owner: the two of us disagree, which passes
            case Owner.Peer _, Owner.Nobody _ -> throw Forwarding.moving();
        }
    }

    private void answer(Context ctx, String tenantId, String contentId, int partition) {
        var fresh = freshness.now();
        var found = cases.find(tenantId, contentId, partition);
        if (found == null) {
            throw Problem.notFound("There is no case about content '" + contentId
                    + "'. What was submitted a moment ago may still be on its way.");
        }
        var history = cases.history(found, partition);
        ctx.json(CaseView.of(found, history, Meta.here(fresh, owners.self()), Viewer.of(ctx)));
    }
}
