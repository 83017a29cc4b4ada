package com.nexusai.query.promql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query that was understood. */
public sealed interface Expression {
    record Literal(double value) implements Expression {}

    /** @param matchers of which one names the metric, or several of them */
    record Selector(List<LabelMatcher> matchers) implements Expression {
        public Selector {
            matchers = List.copyOf(matchers);
        }
    }

    record OverTime(Function function, Selector selector, long rangeMillis) implements Expression {}

    /**
     * @param labels that are kept, or dropped
     * @param parameter how many, of {@code topk} and {@code bottomk}
     */
    record Aggregate(
            Aggregation aggregation,
            Expression of,
            boolean without,
            List<String> labels,
            @Nullable Double parameter) implements Expression {
        public Aggregate {
            labels = List.copyOf(labels);
        }
    }

    record Arithmetic(char operator, Expression left, Expression right) implements Expression {}

    enum Function {
        INCREASE,
        RATE,
        SUM_OVER_TIME,
        AVG_OVER_TIME
    }

    enum Aggregation {
        SUM,
        AVG,
        MIN,
        MAX,
        COUNT,
        TOPK,
        BOTTOMK;

        boolean picks() {
            return this == TOPK || this == BOTTOMK;
        }
    }
}
