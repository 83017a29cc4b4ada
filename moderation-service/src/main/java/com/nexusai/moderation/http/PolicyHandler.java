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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the caller's tenant, or those that are tried out beside them. All instances follow a change within
 * moments, without a restart.
 */
public final class PolicyHandler {
    private final PolicyBook book;
    private final boolean shadow;
    private final Set<String> providers;
    private final Clock clock;

    /** @param providers those that are configured, and can be asked therefore */
    public PolicyHandler(PolicyBook book, Set<String> providers, Clock clock) {
        this(book, false, providers, clock);
    }

    private PolicyHandler(PolicyBook book, boolean shadow, Set<String> providers, Clock clock) {
        this.book = book;
        this.shadow = shadow;
        this.providers = Set.copyOf(providers);
        this.clock = clock;
    }

    /** The same for the rules that are only tried out. */
    PolicyHandler ofShadow() {
        return new PolicyHandler(book, true, providers, clock);
    }

    PolicyBook book() {
        return book;
    }

    String key(String tenantId) {
        return shadow ? PolicyBook.shadowKey(tenantId) : tenantId;
    }

    /** What holds; version 0 where the tenant has said nothing. */
    void get(Context ctx) {
        var tenantId = Access.tenant(ctx);
        var own = book.find(key(tenantId));
        ctx.json(own != null ? own : Policies.standard(tenantId));
    }

    void put(Context ctx) {
        var request = RequestBody.json(ctx, PolicyRequest.class);
        var who = Moderator.of(ctx, () -> "", clock);
        var policy = request.policy(who);
        refuseUnknown(policy);
        var written = Objects.requireNonNull(book.change(
                key(who.tenantId()),
                before -> {
                    refuseUnseen(before, request.version());
                    return policy;
                },
                (before, after) -> entry(who, "policy-changed", request.version() + 1)));
        ctx.status(written.version() == 1 ? HttpStatus.CREATED : HttpStatus.OK).json(written);
    }

    /** Back to what holds for everybody. */
    void delete(Context ctx) {
        int version = ctx.queryParamAsClass("version", Integer.class).getOrDefault(0);
        var who = Moderator.of(ctx, () -> "", clock);
        book.change(
                key(who.tenantId()),
                before -> {
                    if (before == null) {
                        throw Problem.notFound("The tenant has no such policy of its own.");
                    }
                    refuseUnseen(before, version);
                    return null;
                },
                (before, after) -> entry(who, "policy-deleted", version));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    void refuseUnknown(ModerationPolicy policy) {
        var asked = policy.providers();
        if (asked != null && !providers.containsAll(asked.order())) {
            throw Problem.invalid("providers.order", "Configured are: " + String.join(", ", providers) + ".");
        }
    }

    private AuditEntry entry(Moderator who, String action, int version) {
        return new AuditEntry(
                who.tenantId(),
                who.at(),
                who.name(),
                action,
                shadow ? "moderation-policy/shadow" : "moderation-policy",
                Map.of("version", Integer.toString(version)));
    }

    static void refuseUnseen(@Nullable ModerationPolicy before, int seen) {
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
