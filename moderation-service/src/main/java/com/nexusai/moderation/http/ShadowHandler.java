package com.nexusai.moderation.http;

import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.RequestBody;
import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.domain.Backtest;
import com.nexusai.moderation.domain.Policies;
import com.nexusai.moderation.domain.Policy;
import com.nexusai.moderation.domain.Tally;
import com.nexusai.moderation.policy.PolicyBook;
import com.nexusai.moderation.store.CaseReads;
import com.nexusai.schema.audit.AuditEntry;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.serde.Json;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rules that are only tried out: beside those that hold, and on past cases; and how they come to hold. */
public final class ShadowHandler {
    private static final long MOST_CASES = 200_000;

    private final PolicyHandler policies;
    private final PolicyHandler shadow;
    private final CaseReads reads;
    private final Gathering gathering;
    private final Clock clock;

    public ShadowHandler(PolicyHandler policies, CaseReads reads, Peers peers, Clock clock) {
        this.policies = policies;
        this.shadow = policies.ofShadow();
        this.reads = reads;
        this.gathering = new Gathering(reads.owners(), peers);
        this.clock = clock;
    }

    /**
     * @param compared how many decisions went from the first to the second, by the rules that hold and by these
     */
    record ShadowView(
            @Nullable ModerationPolicy policy, Map<String, Long> compared, boolean complete, List<String> missing) {}

    /** @param complete whether all cases of the tenant were within reach */
    record BacktestView(Backtest.Result result, boolean complete, List<String> missing) {}

    PolicyHandler rules() {
        return shadow;
    }

    void get(Context ctx) {
        var tenantId = Access.tenant(ctx);
        var tried = tried(tenantId);
        var prefix = Tally.shadow(Policy.LOCAL.id() + "/shadow-" + tried.version());
        var compared = new TreeMap<String, Long>();
        reads.local().counts(tenantId).forEach((name, count) -> {
            if (name.startsWith(prefix)) {
                compared.merge(name.substring(prefix.length()), count, Long::sum);
            }
        });
        var gathered = gathering.fromPeers(ctx, DefinitionRoutes.SHADOW, ShadowView.class);
        for (var part : gathered.parts()) {
            part.compared().forEach((change, count) -> compared.merge(change, count, Long::sum));
        }
        ctx.json(new ShadowView(
                tried, compared, gathered.allOwned() && gathered.missing().isEmpty(), gathered.missing()));
    }

    /** From now on they hold. The version that they replace must have been seen. */
    void promote(Context ctx) {
        int seen = ctx.queryParamAsClass("version", Integer.class).getOrDefault(0);
        var who = Moderator.of(ctx, () -> "", clock);
        var tried = tried(who.tenantId());
        var written = policies.book()
                .change(
                        who.tenantId(),
                        before -> {
                            PolicyHandler.refuseUnseen(before, seen);
                            return tried.withVersion(seen + 1, who.at(), who.name());
                        },
                        (before, after) -> new AuditEntry(
                                who.tenantId(),
                                who.at(),
                                who.name(),
                                "policy-promoted",
                                "moderation-policy",
                                Map.of(
                                        "version", Integer.toString(seen + 1),
                                        "shadow", Integer.toString(tried.version()))));
        ctx.json(Objects.requireNonNull(written));
    }

    /** Of the rules in the body, or of those that are tried out where there is none. */
    void backtest(Context ctx) {
        var tenantId = Access.tenant(ctx);
        boolean given = ctx.req().getContentLengthLong() > 0;
        var request = given ? RequestBody.json(ctx, PolicyRequest.class) : null;
        var candidate = request == null ? tried(tenantId) : request.policy(Moderator.of(ctx, () -> "", clock));
        var own = policies.book().find(tenantId);
        var backtest = new Backtest(own == null ? Policies.standard(tenantId) : own, candidate);
        reads.local().each(tenantId, MOST_CASES, backtest::add);
        var body = request == null ? new byte[0] : Json.MAPPER.writeValueAsBytes(request);
        var question = Peers.Question.post(ctx, DefinitionRoutes.SHADOW + "/backtest", body);
        var gathered = gathering.fromPeers(ctx, question, BacktestView.class);
        var result =
                gathered.parts().stream().map(BacktestView::result).reduce(backtest.result(), Backtest.Result::plus);
        ctx.json(new BacktestView(
                result, gathered.allOwned() && gathered.missing().isEmpty(), gathered.missing()));
    }

    private ModerationPolicy tried(String tenantId) {
        var tried = policies.book().find(PolicyBook.shadowKey(tenantId));
        if (tried == null) {
            throw Problem.notFound("The tenant tries out no rules.");
        }
        return tried;
    }
}
