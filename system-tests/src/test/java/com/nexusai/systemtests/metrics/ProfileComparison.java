package com.nexusai.systemtests.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds what is published of each actor against what SQL knows of it, in both directions. */
final class ProfileComparison {
    private final List<Difference> differences = new ArrayList<>();

    private ProfileComparison() {}

    static List<Difference> of(List<Profile> bySql, Map<String, PublishedProfile> published) {
        var comparison = new ProfileComparison();
        var rest = new HashMap<>(published);
        for (var profile : bySql) {
            var other = rest.remove(profile.key());
            if (other == null) {
                comparison.differences.add(new Difference(profile.key(), Difference.NOTHING, profile.toString()));
            } else {
                comparison.compare(profile, other);
            }
        }
        rest.forEach(
                (key, other) -> comparison.differences.add(new Difference(key, other.toString(), Difference.NOTHING)));
        return comparison.differences;
    }

    private void compare(Profile bySql, PublishedProfile published) {
        var key = bySql.key();
        same(key + " firstSeen", published.firstSeen().toEpochMilli(), bySql.firstSeen());
        same(key + " lastSeen", published.lastSeen().toEpochMilli(), bySql.lastSeen());
        same(key + " events", published.events(), bySql.events());
        same(key + " eventsByType", new TreeMap<>(published.eventsByType()), new TreeMap<>(bySql.eventsByType()));
        same(key + " messagesSent", published.messagesSent(), bySql.messagesSent());
        same(key + " tokensUsed", plain(published.tokensUsed()), plain(bySql.tokensUsed()));
        same(key + " activeDays", published.activeDays(), bySql.activeDays());
        same(key + " sessions", published.sessions(), bySql.sessions());
        same(key + " sessionMillis", published.sessionMillis(), bySql.sessionMillis());
        same(key + " revenue", plain(published.revenue()), plain(bySql.revenue()));
        same(key + " eventsByDay", new TreeMap<>(published.eventsByDay()), new TreeMap<>(bySql.eventsByDay()));
    }

    private void same(String subject, Object published, Object bySql) {
        if (!Objects.equals(published, bySql)) {
            differences.add(new Difference(subject, published.toString(), bySql.toString()));
        }
    }

    private static Map<String, String> plain(Map<String, BigDecimal> sums) {
        var plain = new TreeMap<String, String>();
        sums.forEach((name, sum) -> plain.put(name, plain(sum)));
        return plain;
    }

    private static String plain(@Nullable BigDecimal sum) {
        return sum == null ? "0" : Figures.plain(sum);
    }
}
