package com.nexusai.moderation.http;

import com.nexusai.moderation.domain.Exposure;
import com.nexusai.schema.moderation.ModerationPolicy.Care;
import com.nexusai.schema.moderation.ModeratorRole;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who the caller is, and what they have had to look at.
 *
 * @param today since midnight, UTC
 * @param thisHour of the clock
 * @param severeElsewhere whether severe cases are offered to others for the rest of the day
 * @param pause whether a break would do good now
 */
record Workload(
        String moderator,
        ModeratorRole role,
        Looks today,
        Looks thisHour,
        Care limits,
        boolean severeElsewhere,
        boolean pause,
        Meta meta) {

    /** @param categories by the gravest one of each case */
    record Looks(long seen, long severe, Map<String, Long> categories) {
        static Looks of(Map<String, Long> byLabel) {
            var categories = new TreeMap<>(byLabel);
            categories.remove(Exposure.ALL);
            categories.remove(Exposure.SEVERE);
            return new Looks(
                    byLabel.getOrDefault(Exposure.ALL, 0L), byLabel.getOrDefault(Exposure.SEVERE, 0L), categories);
        }

        Looks plus(Looks other) {
            var both = new TreeMap<>(categories);
            other.categories.forEach((category, number) -> both.merge(category, number, Long::sum));
            return new Looks(seen + other.seen, severe + other.severe, both);
        }
    }

    static Workload of(Viewer who, Looks today, Looks thisHour, Care limits, Meta meta) {
        return new Workload(
                who.name(),
                who.role(),
                today,
                thisHour,
                limits,
                limits.severePerDay() > 0 && today.severe() >= limits.severePerDay(),
                limits.severePerHour() > 0 && thisHour.severe() >= limits.severePerHour(),
                meta);
    }
}
