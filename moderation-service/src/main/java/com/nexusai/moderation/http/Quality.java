package com.nexusai.moderation.http;

import com.nexusai.moderation.domain.Mark;
import com.nexusai.moderation.domain.Tally;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How well decisions of people hold, in all and by moderator.
 *
 * @param secondLookAgreementRate how many second looks came to the same; null before the first
 * @param goldenRightRate how many cases with a known answer were decided rightly
 */
record Quality(
        Marks all,
        Map<String, Marks> moderators,
        @Nullable Double secondLookAgreementRate,
        @Nullable Double goldenRightRate) {

    record Marks(long secondAgreed, long secondDiffered, long goldenRight, long goldenWrong, long overturned) {
        static final Marks NONE = new Marks(0, 0, 0, 0, 0);

        static Marks of(String what, long number) {
            return switch (what) {
                case Mark.SECOND_AGREED -> new Marks(number, 0, 0, 0, 0);
                case Mark.SECOND_DIFFERED -> new Marks(0, number, 0, 0, 0);
                case Mark.GOLDEN_RIGHT -> new Marks(0, 0, number, 0, 0);
                case Mark.GOLDEN_WRONG -> new Marks(0, 0, 0, number, 0);
                case Mark.OVERTURNED -> new Marks(0, 0, 0, 0, number);
                default -> NONE;
            };
        }

        Marks plus(Marks other) {
            return new Marks(
                    secondAgreed + other.secondAgreed,
                    secondDiffered + other.secondDiffered,
                    goldenRight + other.goldenRight,
                    goldenWrong + other.goldenWrong,
                    overturned + other.overturned);
        }

        /** Whoever sees their own count grow knows which case it was. */
        Marks withoutGolden() {
            return new Marks(secondAgreed, secondDiffered, 0, 0, overturned);
        }
    }

    /** Leads see everybody's; moderators their own, and nothing of the cases with a known answer. */
    static Quality of(Map<String, Long> counts, Viewer viewer) {
        var moderators = new TreeMap<String, Marks>();
        var prefix = Tally.QUALITY;
        counts.forEach((name, number) -> {
            int end = name.indexOf('/', prefix.length());
            if (name.startsWith(prefix) && end > 0) {
                var marks = Marks.of(name.substring(prefix.length(), end), number);
                moderators.merge(name.substring(end + 1), marks, Marks::plus);
            }
        });
        if (!viewer.leads()) {
            moderators.keySet().retainAll(Set.of(viewer.name()));
            moderators.replaceAll((name, marks) -> marks.withoutGolden());
        }
        return of(moderators);
    }

    Quality plus(Quality other) {
        var both = new TreeMap<>(moderators);
        other.moderators.forEach((name, marks) -> both.merge(name, marks, Marks::plus));
        return of(both);
    }

    private static Quality of(Map<String, Marks> moderators) {
        var all = moderators.values().stream().reduce(Marks.NONE, Marks::plus);
        return new Quality(
                all,
                moderators,
                StatsView.rate(all.secondAgreed(), all.secondDiffered()),
                StatsView.rate(all.goldenRight(), all.goldenWrong()));
    }
}
