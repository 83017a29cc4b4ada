package com.nexusai.systemtests.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.metric.BuiltInMetrics;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class MetricSqlTest {
    @Test
    void shouldHaveSqlForEveryMetricAndForNoOther() {
        var names = new ArrayList<>(BuiltInMetrics.NAMES);
        BuiltInMetrics.NAMES.stream()
                .filter(name -> name.startsWith(Metric.FUNNEL))
                .map(name -> Metric.FUNNEL_TIME + name.substring(Metric.FUNNEL.length()))
                .forEach(names::add);

        assertThat(MetricSql.all()).extracting(MetricSql::metric).containsExactlyInAnyOrderElementsOf(names);
    }
}
