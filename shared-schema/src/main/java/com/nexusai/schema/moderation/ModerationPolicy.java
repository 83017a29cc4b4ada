package com.nexusai.schema.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's rules. Times are in minutes or days, so that people can write them.
 *
 * @param version grows by one with each change; 0 is what holds where nothing was written
 * @param thresholds for all content
 * @param kindThresholds for a kind of content, instead of those for all
 * @param categoryThresholds for a category, which then no longer weighs in the others' confidence
 * @param claimMinutes how long a claim lasts
 * @param slaMinutes by queue, within what a case should be decided; {@code default} for the others
 * @param expireDays after which a pending case is given up
 * @param appealDays within which the author may appeal
 * @param reportsToEscalate how much the reports of distinct users must weigh; an ordinary one weighs 1
 * @param strikeDays for which a strike counts
 * @param automatedStrikes whether what no person rejected is a strike as well
 * @param ladder what follows on how many strikes
 * @param routes to queues, the first that fits
 * @param providers who else is asked about content; null for nobody
 * @param care of moderators, and of the quality of what they decide
 */
public record ModerationPolicy(
        String tenantId,
        int version,
        Thresholds thresholds,
        Map<ContentKind, Thresholds> kindThresholds,
        Map<String, Thresholds> categoryThresholds,
        int claimMinutes,
        Map<String, Integer> slaMinutes,
        int expireDays,
        int appealDays,
        double reportsToEscalate,
        int strikeDays,
        boolean automatedStrikes,
        List<Rung> ladder,
        List<Route> routes,
        Instant updatedAt,
        String updatedBy,
        @Nullable Providers providers,
        Care care) {

    public ModerationPolicy {
        kindThresholds = Map.copyOf(kindThresholds);
        categoryThresholds = Map.copyOf(categoryThresholds);
        slaMinutes = Map.copyOf(slaMinutes);
        ladder = List.copyOf(ladder);
        routes = List.copyOf(routes);
        // policies that were written before there was any
        care = care == null ? Care.STANDARD : care;
    }

    /**
     * @param secondLookPercent how many decisions of people another person looks at again
     * @param goldenPercent how many of the cases that a moderator is offered have a known answer
     * @param severePerDay how many severe cases a moderator is offered in a day; 0 for any number
     * @param severePerHour after how many within an hour a pause is suggested; 0 for never
     */
    public record Care(double secondLookPercent, double goldenPercent, int severePerDay, int severePerHour) {
        public static final Care STANDARD = new Care(5, 2, 60, 20);
    }

    /** Rules of a tenant that asks nobody else. */
    public ModerationPolicy(
            String tenantId,
            int version,
            Thresholds thresholds,
            Map<ContentKind, Thresholds> kindThresholds,
            Map<String, Thresholds> categoryThresholds,
            int claimMinutes,
            Map<String, Integer> slaMinutes,
            int expireDays,
            int appealDays,
            double reportsToEscalate,
            int strikeDays,
            boolean automatedStrikes,
            List<Rung> ladder,
            List<Route> routes,
            Instant updatedAt,
            String updatedBy) {
        this(
                tenantId,
                version,
                thresholds,
                kindThresholds,
                categoryThresholds,
                claimMinutes,
                slaMinutes,
                expireDays,
                appealDays,
                reportsToEscalate,
                strikeDays,
                automatedStrikes,
                ladder,
                routes,
                updatedAt,
                updatedBy,
                null,
                Care.STANDARD);
    }

    /** The same with other thresholds for all content. */
    public ModerationPolicy withThresholds(Thresholds other) {
        return new ModerationPolicy(
                tenantId,
                version,
                other,
                kindThresholds,
                categoryThresholds,
                claimMinutes,
                slaMinutes,
                expireDays,
                appealDays,
                reportsToEscalate,
                strikeDays,
                automatedStrikes,
                ladder,
                routes,
                updatedAt,
                updatedBy,
                providers,
                care);
    }

    /** The same as another version. */
    public ModerationPolicy withVersion(int other, Instant at, String by) {
        return new ModerationPolicy(
                tenantId,
                other,
                thresholds,
                kindThresholds,
                categoryThresholds,
                claimMinutes,
                slaMinutes,
                expireDays,
                appealDays,
                reportsToEscalate,
                strikeDays,
                automatedStrikes,
                ladder,
                routes,
                at,
                by,
                providers,
                care);
    }

    /**
     * @param approveAbove a confidence above this is approved
     * @param rejectBelow a confidence below this is rejected; between the two a person decides
     */
    public record Thresholds(double approveAbove, double rejectBelow) {}

    /**
     * @param days of a suspension
     */
    public record Rung(
            int strikes, ActionKind action, @Nullable Integer days) {}

    /**
     * Pending cases that are of the kind and at fault for the category, of those that are named, wait in the queue.
     */
    public record Route(
            String queue,
            @Nullable ContentKind kind,
            @Nullable String category) {}

    /**
     * Who else is asked about content that the local scorer does not reject.
     *
     * @param order names of configured providers; the next is asked when one does not answer
     * @param budgetMillis within which all of them together have to answer
     * @param kinds for which kinds of content; none means all
     * @param always whether they are asked too about what the local scorer would approve
     */
    public record Providers(List<String> order, int budgetMillis, Set<ContentKind> kinds, boolean always) {
        public Providers {
            order = List.copyOf(order);
            kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
        }
    }
}
