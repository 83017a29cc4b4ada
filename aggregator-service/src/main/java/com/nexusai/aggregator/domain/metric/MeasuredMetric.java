package com.nexusai.aggregator.domain.metric;

import com.nexusai.aggregator.domain.filter.Condition;
import com.nexusai.aggregator.domain.filter.EventFields;
import com.nexusai.aggregator.domain.filter.EventView;

/** A metric as it is counted for one type of event. */
final class MeasuredMetric {
    private final LiveMetric metric;
    private final Condition condition;
    private final DimensionReader dimensions;
    private final int field;
    private final Condition[] steps;

    /**
     * @param field slot of what is measured; -1 where nothing is
     * @param steps of a funnel; none of others
     */
    MeasuredMetric(LiveMetric metric, Condition condition, DimensionReader dimensions, int field, Condition[] steps) {
        this.metric = metric;
        this.condition = condition;
        this.dimensions = dimensions;
        this.field = field;
        this.steps = steps;
    }

    LiveMetric metric() {
        return metric;
    }

    void apply(EventView event, EventFields fields, Contributions target) {
        if (!condition.matches(fields)) {
            return;
        }
        switch (metric.kind()) {
            case COUNT -> target.count(metric, dimensions.read(fields));
            case SUM, AVG, MIN, MAX, PERCENTILE -> number(fields, target);
            case DISTINCT_ACTORS -> {
                if (event.actor() != null) {
                    target.actor(metric, dimensions.read(fields));
                }
            }
            case DISTINCT_VALUES -> {
                var value = fields.text(field);
                if (value != null) {
                    target.value(metric, dimensions.read(fields), value);
                }
            }
            case FUNNEL -> {
                int reached = event.actor() == null ? 0 : reached(fields);
                if (reached != 0) {
                    target.steps(metric, reached);
                }
            }
        }
    }

    private void number(EventFields fields, Contributions target) {
        if (!fields.isNumber(field)) {
            return;
        }
        var large = fields.largeUnits(field);
        if (large == null) {
            target.number(metric, dimensions.read(fields), fields.units(field));
        } else {
            target.largeNumber(metric, dimensions.read(fields), large);
        }
    }

    private int reached(EventFields fields) {
        int reached = 0;
        for (int i = 0; i < steps.length; i++) {
            if (steps[i].matches(fields)) {
                reached |= 1 << i;
            }
        }
        return reached;
    }
}
