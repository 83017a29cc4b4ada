package com.nexusai.query.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer about one metric.
 *
 * @param additive whether the value of the range is the sum of its points
 * @param total of all groups together, those that were left out included; null where they do not add up
 * @param groupsLeftOut how many the limit has cut off
 */
public record MetricAnswer(
        String metric,
        String as,
        boolean additive,
        String source,
        @Nullable Double total,
        List<Group> groups,
        long groupsLeftOut) {}
