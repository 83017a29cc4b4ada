package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.ModerationPolicy.Care;
import com.nexusai.schema.moderation.ModerationPolicy.Providers;
import com.nexusai.schema.moderation.ModerationPolicy.Route;
import com.nexusai.schema.moderation.ModerationPolicy.Rung;
import com.nexusai.schema.moderation.ModerationPolicy.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a tenant's rules may look like, whichever way they come. */
public final class PolicyRules {
    private static final Pattern QUEUE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Set<String> RESERVED =
            Set.of(Waits.ESCALATIONS, Waits.APPEALS, Waits.SECOND_LOOKS, GoldenDesk.QUEUE);
    private static final int LONGEST_DAYS = 3_650;
    private static final int MOST = 50;

    private PolicyRules() {}

    /** What is wrong, and with which field of it. */
    public record Objection(String field, String detail) {}

    /** The first thing that cannot be. JSON keeps no promises about nulls, so they are looked for as well. */
    public static Optional<Objection> objection(ModerationPolicy policy) {
        var objections = new ArrayList<Objection>();
        thresholds("thresholds", policy.thresholds(), objections);
        policy.kindThresholds().forEach((kind, two) -> thresholds("kindThresholds", two, objections));
        policy.categoryThresholds().forEach((category, two) -> thresholds("categoryThresholds", two, objections));
        within("claimMinutes", policy.claimMinutes(), 1, 24 * 60, objections);
        policy.slaMinutes().forEach((queue, minutes) -> {
            within("slaMinutes", minutes, 1, LONGEST_DAYS * 24 * 60, objections);
            queue("slaMinutes", queue, objections);
        });
        within("expireDays", policy.expireDays(), 1, LONGEST_DAYS, objections);
        within("appealDays", policy.appealDays(), 1, LONGEST_DAYS, objections);
        within("strikeDays", policy.strikeDays(), 1, LONGEST_DAYS, objections);
        if (!(policy.reportsToEscalate() > 0 && policy.reportsToEscalate() <= ReportDesk.MOST)) {
            objections.add(
                    new Objection("reportsToEscalate", "It must be above 0 and at most " + ReportDesk.MOST + "."));
        }
        care(policy.care(), objections);
        ladder(policy.ladder(), objections);
        providers(policy.providers(), objections);
        routes(policy.routes(), objections);
        return objections.stream().findFirst();
    }

    private static void thresholds(String field, Thresholds two, List<Objection> objections) {
        if (two == null
                || !(0 <= two.rejectBelow() && two.rejectBelow() <= two.approveAbove() && two.approveAbove() <= 1)) {
            objections.add(new Objection(field, "It must be 0 <= rejectBelow <= approveAbove <= 1."));
        }
    }

    private static void within(String field, int value, int least, int most, List<Objection> objections) {
        if (value < least || value > most) {
            objections.add(new Objection(field, "It must be from " + least + " to " + most + "."));
        }
    }

    private static void care(Care care, List<Objection> objections) {
        percent("care.secondLookPercent", care.secondLookPercent(), objections);
        percent("care.goldenPercent", care.goldenPercent(), objections);
        within("care.severePerDay", care.severePerDay(), 0, 100_000, objections);
        within("care.severePerHour", care.severePerHour(), 0, 100_000, objections);
    }

    private static void percent(String field, double value, List<Objection> objections) {
        if (!(value >= 0 && value <= 100)) {
            objections.add(new Objection(field, "It must be from 0 to 100."));
        }
    }

    private static void providers(@Nullable Providers providers, List<Objection> objections) {
        if (providers == null) {
            return;
        }
        within("providers.budgetMillis", providers.budgetMillis(), 100, 30_000, objections);
        if (providers.order().size() > MOST) {
            objections.add(new Objection("providers.order", "There may be " + MOST + " of them."));
        }
    }

    private static void ladder(List<Rung> ladder, List<Objection> objections) {
        if (ladder.size() > MOST) {
            objections.add(new Objection("ladder", "It may have " + MOST + " rungs."));
        }
        int below = 0;
        for (var rung : ladder) {
            if (rung.strikes() <= below) {
                objections.add(new Objection("ladder", "Each rung needs more strikes than the one below it."));
            }
            if (rung.action() == null || !rung.action().isAgainstUser()) {
                objections.add(new Objection("ladder", "A rung warns, suspends or bans the user."));
            }
            if (rung.days() != null) {
                within("ladder", rung.days(), 1, LONGEST_DAYS, objections);
            }
            below = rung.strikes();
        }
    }

    private static void routes(List<Route> routes, List<Objection> objections) {
        if (routes.size() > MOST) {
            objections.add(new Objection("routes", "There may be " + MOST + " of them."));
        }
        for (var route : routes) {
            queue("routes", route.queue(), objections);
            if (route.queue() != null && RESERVED.contains(route.queue())) {
                objections.add(new Objection(
                        "routes", "No route leads to " + route.queue() + "; cases go there by themselves."));
            }
        }
    }

    private static void queue(String field, String name, List<Objection> objections) {
        if (name == null || !QUEUE.matcher(name).matches()) {
            objections.add(
                    new Objection(field, "A queue is called by up to 64 of a-z, 0-9, dot, dash and underscore."));
        }
    }
}
