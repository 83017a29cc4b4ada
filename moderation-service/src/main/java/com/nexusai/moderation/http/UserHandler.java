package com.nexusai.moderation.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.kit.http.Access;
import com.nexusai.moderation.domain.UserBook;
import com.nexusai.moderation.store.CaseReads;
import com.nexusai.moderation.store.LocalCases;
import com.nexusai.moderation.store.Owners;
import com.nexusai.moderation.store.Owners.Owner;
import com.nexusai.moderation.store.Stores;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.moderation.ActionKind;
import com.nexusai.schema.moderation.UserStanding;
import com.nexusai.schema.moderation.UserStanding.Sanction;
import com.nexusai.schema.moderation.UserStanding.Strike;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a user stands with moderation, now. */
public final class UserHandler {
    static final String USER_ID = "userId";

    private final LocalCases cases;
    private final Owners owners;
    private final Peers peers;
    private final Clock clock;

    public UserHandler(CaseReads reads, Peers peers, Clock clock) {
        this.cases = reads.local();
        this.owners = reads.owners();
        this.peers = peers;
        this.clock = clock;
    }

    /**
     * @param strikes those that count now
     * @param sanctions all, the newest last
     * @param reportWeight what a report of this user weighs
     */
    record SanctionsView(
            String userId,
            ActionKind inForce,
            @Nullable Instant until,
            List<Strike> strikes,
            List<Sanction> sanctions,
            long reportsUpheld,
            long reportsDismissed,
            double reportWeight) {

        static SanctionsView of(String userId, @Nullable UserStanding user, Instant now) {
            if (user == null) {
                return new SanctionsView(userId, ActionKind.NONE, null, List.of(), List.of(), 0, 0, 1);
            }
            var gravest = UserBook.inForce(user.sanctions(), now);
            return new SanctionsView(
                    userId,
                    gravest.map(Sanction::kind).orElse(ActionKind.NONE),
                    gravest.map(Sanction::until).orElse(null),
                    user.strikes().stream()
                            .filter(strike -> now.isBefore(strike.decaysAt()))
                            .toList(),
                    user.sanctions(),
                    user.reportsUpheld(),
                    user.reportsDismissed(),
                    UserBook.weight(user));
        }
    }

    void sanctions(Context ctx) {
        var tenantId = Access.tenant(ctx);
        var userId = ctx.pathParam(USER_ID);
        var key = EventKey.of(tenantId, userId);
        switch (owners.of(Stores.USERS, key)) {
            case Owner.Here here ->
                ctx.json(SanctionsView.of(userId, cases.user(key, here.partition()), clock.instant()));
            case Owner.Peer peer when !Peers.asked(ctx) -> Forwarding.forward(ctx, peers, peer.host(), path(userId));
            case Owner.Peer _, Owner.Nobody _ -> throw Forwarding.moving();
        }
    }

    private static String path(String userId) {
        return ModerationRoutes.USERS + URLEncoder.encode(userId, UTF_8).replace("+", "%20") + "/sanctions";
    }
}
