package com.nexusai.query.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The steps of a funnel with the shares that people look at. */
public final class FunnelSteps {
    private FunnelSteps() {}

    /**
     * @param ofPrevious of those at the step before, how many came this far; null where nobody was there
     * @param medianSeconds from the step before; null where it is not known
     */
    public record Step(
            int step,
            String filter,
            long users,
            @Nullable Double ofPrevious,
            @Nullable Double ofFirst,
            @Nullable Double medianSeconds) {}

    /** @param medians by step, from 1; null where unknown */
    public static List<Step> of(List<String> filters, List<Long> users, IntFunction<@Nullable Double> medians) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < filters.size(); i++) {
            long here = users.get(i);
            steps.add(new Step(
                    i + 1,
                    filters.get(i),
                    here,
                    share(here, i == 0 ? here : users.get(i - 1)),
                    share(here, users.getFirst()),
                    medians.apply(i + 1)));
        }
        return steps;
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : Double.valueOf((double) part / whole);
    }
}
