package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.ByPerson;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What moderators have to look at, so that nobody is given too much of the worst. */
public final class Exposure {
    /** Counted by the hour, since a pause is suggested after a hard hour. */
    public static final Duration WINDOW = Duration.ofHours(1);

    /** Stands for all cases, beside the categories. */
    public static final String ALL = "*";

    /** Stands for those that are hard to look at. */
    public static final String SEVERE = "!";

    private static final double ENOUGH = 0.6;
    private static final double ENOUGH_WHERE_SOMEBODY_IS_HARMED = 0.3;

    private Exposure() {}

    /** From what the scorer found; nobody has looked yet when it is asked. */
    public static boolean severe(Map<String, Double> categories) {
        return categories.entrySet().stream()
                .anyMatch(one -> one.getValue()
                        >= (Waits.URGENT.contains(one.getKey()) ? ENOUGH_WHERE_SOMEBODY_IS_HARMED : ENOUGH));
    }

    /** Under what a look at the case is counted. */
    public static List<String> labels(ModerationCase seen) {
        var categories = seen.decision().categories();
        var labels = new ArrayList<>(List.of(ALL));
        categories.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(gravest -> labels.add(gravest.getKey()));
        if (severe(categories)) {
            labels.add(SEVERE);
        }
        return labels;
    }

    /** Who has looked at the case for the first time by this command; null if nobody has. */
    public static @Nullable String viewer(ModerationCase before, ModerationCase after, ByPerson command) {
        if (!(command instanceof Review review)) {
            return null;
        }
        var known = before.handling().claim();
        var claim = after.handling().claim();
        if (claim != null) {
            return known != null && known.by().equals(claim.by()) ? null : claim.by();
        }
        return switch (review.step()) {
            case APPROVE, REJECT, UPHOLD, OVERTURN -> known == null ? review.by() : null;
            case SECOND_APPROVE, SECOND_REJECT -> review.by();
            default -> null;
        };
    }
}
