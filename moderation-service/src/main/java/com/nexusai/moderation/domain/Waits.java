package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.CaseReport;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.CaseWait;
import com.nexusai.schema.moderation.Handling;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.ModerationPolicy.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/**
 * How a case waits. Its place is when it began to wait, less a head start that grows with severity, reach and reports. So
 * urgent cases come first, and none starves: whoever waits long enough overtakes them all, and no place changes by the
 * mere passing of time.
 */
public final class Waits {
    public static final String ESCALATIONS = "escalations";
    public static final String APPEALS = "appeals";
    /** Decisions of people that another person looks at again. */
    public static final String SECOND_LOOKS = "second-looks";
    /** The queue of what no route sends elsewhere. */
    public static final String OTHERS = "default";

    private static final Duration SEVEREST = Duration.ofHours(24);
    private static final Duration EACH_REPORT = Duration.ofHours(2);
    private static final Duration TENFOLD_REACH = Duration.ofHours(2);
    private static final Duration OVERDUE = Duration.ofDays(30);
    /** Where somebody may come to harm, a day's wait weighs twice. */
    static final Set<String> URGENT = Set.of("self-harm", "violence", "illegal", "sexual/minors");

    private Waits() {}

    /** As it waits from now on. */
    static CaseWait begin(
            CaseState state, ModerationCase known, Handling handling, ModerationPolicy policy, Instant now) {
        var queue = queue(state, known, policy);
        int sla = policy.slaMinutes().getOrDefault(queue, policy.slaMinutes().getOrDefault(OTHERS, 24 * 60));
        return new CaseWait(
                queue,
                now,
                now.minus(headStart(known, handling)),
                now.plus(Duration.ofMinutes(sla)),
                false,
                state == CaseState.PENDING ? now.plus(Duration.ofDays(policy.expireDays())) : null);
    }

    /** Something has become more urgent; when it began to wait stays as it was. */
    static CaseWait reranked(CaseWait wait, ModerationCase known, Handling handling) {
        var start = headStart(known, handling).plus(wait.overdue() ? OVERDUE : Duration.ZERO);
        return new CaseWait(
                wait.queue(), wait.since(), wait.since().minus(start), wait.dueAt(), wait.overdue(), wait.expiresAt());
    }

    static CaseWait overdue(CaseWait wait) {
        return new CaseWait(
                wait.queue(), wait.since(), wait.rank().minus(OVERDUE), wait.dueAt(), true, wait.expiresAt());
    }

    private static Duration headStart(ModerationCase known, Handling handling) {
        var strongest = known.decision().categories().entrySet().stream().max(Map.Entry.comparingByValue());
        double severity =
                strongest.map(Map.Entry::getValue).orElse(1 - known.decision().confidence());
        int times = strongest.map(Map.Entry::getKey).filter(URGENT::contains).isPresent() ? 2 : 1;
        double reports =
                handling.reports().stream().mapToDouble(CaseReport::weight).sum();
        double hours = severity * times * SEVEREST.toHours()
                + reports * EACH_REPORT.toHours()
                + Math.log10(1.0 + Math.max(0, handling.reach())) * TENFOLD_REACH.toHours();
        return Duration.ofSeconds((long) (hours * 3_600));
    }

    private static String queue(CaseState state, ModerationCase known, ModerationPolicy policy) {
        return switch (state) {
            case ESCALATED -> ESCALATIONS;
            case APPEALED -> APPEALS;
            default ->
                policy.routes().stream()
                        .filter(route -> fits(route, known))
                        .map(Route::queue)
                        .findFirst()
                        .orElse(OTHERS);
        };
    }

    private static boolean fits(Route route, ModerationCase known) {
        var strongest = known.decision().categories().entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry<String, Double>::getValue))
                .map(Map.Entry::getKey)
                .orElse("");
        return (route.kind() == null || route.kind() == known.kind())
                && (route.category() == null || route.category().equals(strongest));
    }
}
