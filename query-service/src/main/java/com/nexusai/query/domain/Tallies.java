package com.nexusai.query.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was found for each group and window. Not thread-safe. */
public final class Tallies {
    private final Map<String, Map<Instant, Tally>> groups = new HashMap<>();
    private final Map<String, Tally> totals = new HashMap<>();

    /** Adds to what is there for this window. */
    public void add(String group, Instant window, Tally tally) {
        groups.computeIfAbsent(group, _ -> new HashMap<>()).merge(window, tally, Tally::plus);
    }

    /** For a group whose total does not follow from its windows. */
    public void total(String group, Tally tally) {
        totals.put(group, tally);
        groups.computeIfAbsent(group, _ -> new HashMap<>());
    }

    Set<String> groups() {
        return groups.keySet();
    }

    Map<Instant, Tally> windows(String group) {
        return groups.getOrDefault(group, Map.of());
    }

    /** Null where it is not known: of several windows that cannot be added up. */
    @Nullable
    Tally total(String group, boolean additive) {
        var given = totals.get(group);
        if (given != null) {
            return given;
        }
        var windows = windows(group).values();
        return additive || windows.size() <= 1 ? windows.stream().reduce(Tally.NOTHING, Tally::plus) : null;
    }
}
