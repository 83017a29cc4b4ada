package com.nexusai.query.engine;

import com.nexusai.query.domain.As;
import com.nexusai.query.domain.MetricShape;
import com.nexusai.query.domain.Plan;
import com.nexusai.query.domain.Question;
import com.nexusai.query.store.Source;
import com.nexusai.schema.aggregate.Metric;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done for one metric of a question.
 *
 * @param question about this metric alone
 * @param planBefore for the range just before; null if that is not asked for
 */
record Step(
        int index,
        Question question,
        MetricShape shape,
        As as,
        Plan plan,
        @Nullable Plan planBefore) {

    boolean needsStore() {
        return needsStore(plan) || (planBefore != null && needsStore(planBefore));
    }

    private boolean needsHistory() {
        return needsHistory(plan) || (planBefore != null && needsHistory(planBefore));
    }

    String source() {
        if (!needsStore()) {
            return Source.CLICKHOUSE;
        }
        return needsHistory() ? Source.STORE_AND_CLICKHOUSE : Source.STORE;
    }

    /** How many fields each group has a value of. */
    int fields() {
        return switch (plan) {
            case Plan.OfCells cells -> {
                boolean one = cells.together() || Set.of(Metric.TOTAL).equals(cells.dimensions());
                yield one ? 0 : Math.max(1, shape.dimensions().size());
            }
            case Plan.OfEvents events -> events.breakdown().size();
            case Plan.Impossible _ -> 0;
        };
    }

    private static boolean needsStore(Plan plan) {
        return plan instanceof Plan.OfCells cells && !cells.fromStore().isEmpty();
    }

    private static boolean needsHistory(Plan plan) {
        return !(plan instanceof Plan.OfCells cells) || !cells.fromHistory().isEmpty();
    }
}
