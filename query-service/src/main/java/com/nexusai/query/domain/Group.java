package com.nexusai.query.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric for one value of what it is broken down by.
 *
 * @param dimension {@code *} where there is no breakdown
 * @param values one for each field of the breakdown
 * @param value of the whole range; null where it does not follow from its windows
 * @param sum exact, as decimal text
 * @param share of all groups together, those that were left out included
 * @param points null where only totals were asked for
 */
public record Group(
        String dimension,
        List<String> values,
        @Nullable Double value,
        @Nullable Long count,
        @Nullable String sum,
        @Nullable Double share,
        @Nullable List<Point> points,
        @Nullable Before previous) {

    /**
     * The same of the range just before.
     *
     * @param change of the value, as a share of what it was; null where it was nothing
     */
    public record Before(
            Instant from,
            Instant to,
            @Nullable Double value,
            @Nullable Long count,
            @Nullable Double change,
            @Nullable List<Point> points) {}
}
