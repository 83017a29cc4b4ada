package com.nexusai.moderation.http;

import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.domain.Policies;
import com.nexusai.moderation.policy.PolicyBook;
import com.nexusai.schema.audit.AuditEntry;
import com.nexusai.schema.moderation.ModerationPolicy;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rules of the caller's tenant. All instances follow a change within moments, without a restart. */
public final class PolicyHandler {
    private final PolicyBook book;
    private final Consumer<AuditEntry> audit;
    private final Clock clock;

    public PolicyHandler(PolicyBook book, Consumer<AuditEntry> audit, Clock clock) {
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /** What holds; version 0 where the tenant has said nothing. */
    void get(Context ctx) {
        var tenantId = Access.tenant(ctx);
        var own = book.find(tenantId);
        ctx.json(own != null ? own : Policies.standard(tenantId));
    }

    void put(Context ctx) {
        var request = RequestBody.json(ctx, PolicyRequest.class);
        var who = Moderator.of(ctx, () -> "", clock);
        var policy = request.policy(who);
        var written = Objects.requireNonNull(book.change(who.tenantId(), before -> {
            refuseUnseen(before, request.version());
            return policy;
        }));
        audited(who, "policy-changed", written.version());
        ctx.status(written.version() == 1 ? HttpStatus.CREATED : HttpStatus.OK).json(written);
    }

    /** Back to what holds for everybody. */
    void delete(Context ctx) {
        int version = ctx.queryParamAsClass("version", Integer.class).getOrDefault(0);
        var who = Moderator.of(ctx, () -> "", clock);
        book.change(who.tenantId(), before -> {
            if (before == null) {
                throw Problem.notFound("The tenant has no policy of its own.");
            }
            refuseUnseen(before, version);
            return null;
        });
        audited(who, "policy-deleted", version);
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private void audited(Moderator who, String action, int version) {
        audit.accept(new AuditEntry(
                who.tenantId(),
                who.at(),
                who.name(),
                action,
                "moderation-policy",
                Map.of("version", Integer.toString(version))));
    }

    private static void refuseUnseen(@Nullable ModerationPolicy before, int seen) {
        int version = before == null ? 0 : before.version();
        if (version != seen) {
            throw Problem.conflict(
                            "changed-meanwhile",
                            "Somebody else changed it",
                            "The policy has version " + version + ", and the change is made from version " + seen
                                    + ". Read it again.")
                    .with("version", version);
        }
    }
}
