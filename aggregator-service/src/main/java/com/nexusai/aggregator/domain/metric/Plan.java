package com.nexusai.aggregator.domain.metric;

import com.nexusai.aggregator.domain.filter.EventFields;
import com.nexusai.aggregator.domain.filter.EventView;
import com.nexusai.aggregator.domain.filter.FieldLayout;
import java.util.Arrays;
import java.util.List;

/** All metrics that events of one type of one tenant may count in. Never changed, so all threads share it. */
public final class Plan {
    private final FieldLayout layout;
    private final MeasuredMetric[] metrics;

    Plan(FieldLayout layout, List<MeasuredMetric> metrics) {
        this.layout = layout;
        this.metrics = metrics.toArray(MeasuredMetric[]::new);
    }

    /** @param fields the calling thread's own, used again for each event */
    public void apply(EventView event, EventFields fields, Contributions target) {
        if (metrics.length == 0) {
            return;
        }
        fields.read(event, layout);
        for (var metric : metrics) {
            metric.apply(event, fields, target);
        }
    }

    /** The metrics that an event of the type may count in. */
    public List<LiveMetric> metrics() {
        return Arrays.stream(metrics).map(MeasuredMetric::metric).toList();
    }
}
