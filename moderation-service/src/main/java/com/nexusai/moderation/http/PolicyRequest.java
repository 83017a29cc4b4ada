package com.nexusai.moderation.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.domain.Policies;
import com.nexusai.moderation.domain.PolicyRules;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.ModerationPolicy.Care;
import com.nexusai.schema.moderation.ModerationPolicy.Providers;
import com.nexusai.schema.moderation.ModerationPolicy.Route;
import com.nexusai.schema.moderation.ModerationPolicy.Rung;
import com.nexusai.schema.moderation.ModerationPolicy.Thresholds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's rules as they should be; what is missing is as it is for everybody.
 *
 * @param version from which the change is made; 0 where there was none
 */
record PolicyRequest(
        int version,
        @Nullable Thresholds thresholds,
        @Nullable Map<ContentKind, Thresholds> kindThresholds,
        @Nullable Map<String, Thresholds> categoryThresholds,
        @Nullable Integer claimMinutes,
        @Nullable Map<String, Integer> slaMinutes,
        @Nullable Integer expireDays,
        @Nullable Integer appealDays,
        @Nullable Double reportsToEscalate,
        @Nullable Integer strikeDays,
        @Nullable Boolean automatedStrikes,
        @Nullable List<Rung> ladder,
        @Nullable List<Route> routes,
        @Nullable ProvidersRequest providers,
        @Nullable Care care) {

    /** @param budgetMillis 2 seconds where it is missing */
    record ProvidersRequest(
            @Nullable List<String> order,
            @Nullable Integer budgetMillis,
            @Nullable Set<ContentKind> kinds,
            @Nullable Boolean always) {

        private static final int USUAL_BUDGET = 2_000;

        Providers asked() {
            return new Providers(
                    or(order, List.of()), or(budgetMillis, USUAL_BUDGET), or(kinds, Set.of()), or(always, false));
        }
    }

    /** @throws Problem naming the field that cannot be accepted */
    ModerationPolicy policy(Moderator by) {
        var policy = filled(by.tenantId(), by.name(), by.at());
        PolicyRules.objection(policy).ifPresent(objection -> {
            throw Problem.invalid(objection.field(), objection.detail());
        });
        return policy;
    }

    private ModerationPolicy filled(String tenantId, String by, Instant at) {
        var usual = Policies.standard(tenantId);
        try {
            return new ModerationPolicy(
                    tenantId,
                    version + 1,
                    or(thresholds, usual.thresholds()),
                    or(kindThresholds, usual.kindThresholds()),
                    or(categoryThresholds, usual.categoryThresholds()),
                    or(claimMinutes, usual.claimMinutes()),
                    or(slaMinutes, usual.slaMinutes()),
                    or(expireDays, usual.expireDays()),
                    or(appealDays, usual.appealDays()),
                    or(reportsToEscalate, usual.reportsToEscalate()),
                    or(strikeDays, usual.strikeDays()),
                    or(automatedStrikes, usual.automatedStrikes()),
                    or(ladder, usual.ladder()),
                    or(routes, usual.routes()),
                    at,
                    by,
                    providers == null ? null : providers.asked(),
                    or(care, usual.care()));

        } catch (NullPointerException nothingInAList) {
            throw Problem.malformed("A null stands where there must be something.");
        }
    }

    private static <T> T or(@Nullable T given, T usual) {
        return given == null ? usual : given;
    }
}
