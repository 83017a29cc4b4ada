package com.nexusai.systemtests.metrics;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What SQL says of one cell.
 *
 * @param count null where the metric has no count of its own
 * @param sum null where it has no sum
 * @param values every value that a percentile is made of, smallest first; null where it has none
 * @param top null where it is no ranking
 */
record Figures(
        @Nullable Long count,
        @Nullable BigDecimal sum,
        @Nullable List<Long> values,
        @Nullable List<Ranked> top) {

    private static final int SHOWN = 20;

    @Override
    public String toString() {
        return Stream.of(
                        count == null ? "" : count.toString(),
                        sum == null ? "" : "sum " + plain(sum),
                        values == null ? "" : "values " + start(values),
                        top == null ? "" : "top " + top)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String start(List<Long> values) {
        return values.size() <= SHOWN ? values.toString() : values.subList(0, SHOWN) + "…";
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
