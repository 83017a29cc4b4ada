package com.nexusai.systemtests.metrics;

import java.util.List;
import java.util.stream.Collectors;

/** Gathers what differs, and shows the first ten of each kind. */
final class Findings {
    private static final int SHOWN = 10;

    private final StringBuilder text = new StringBuilder();

    void add(String what, List<Difference> differences) {
        add(what, differences, "");
    }

    /** @param evidence raw events that lead to the first of the differences */
    void add(String what, List<Difference> differences, String evidence) {
        if (!differences.isEmpty()) {
            text.append(what).append(": ").append(differences.size()).append(" differences\n");
            text.append(
                    differences.stream().limit(SHOWN).map(Difference::toString).collect(Collectors.joining()));
            text.append(evidence);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
