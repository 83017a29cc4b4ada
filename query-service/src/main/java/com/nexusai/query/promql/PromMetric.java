package com.nexusai.query.promql;

import com.nexusai.query.domain.As;
import com.nexusai.query.domain.MetricShape;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.metric.DimensionText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a metric under a name of Prometheus' form.
 *
 * @param windows which alone it is counted by; null where windows may be added up, or at least chosen
 * @param labels one for each dimension that it is broken down by; empty for the total
 */
public record PromMetric(
        String name, MetricShape shape, As as, @Nullable Granularity windows, List<String> labels) {
    public PromMetric {
        labels = List.copyOf(labels);
    }

    boolean brokenDown() {
        return !labels.isEmpty();
    }

    /** Whether samples may be added up over time. */
    boolean adds() {
        return windows == null && as.zeroOfNothing();
    }

    /** The shortest windows there are. */
    Granularity finest() {
        return windows != null
                ? windows
                : shape.granularities().stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    /** @param dimension of a group, as cells have it */
    Labels labelled(String dimension) {
        var values = new HashMap<String, String>();
        values.put(Labels.NAME, name);
        if (brokenDown()) {
            var given = DimensionText.split(dimension, labels.size());
            for (int i = 0; i < labels.size() && i < given.size(); i++) {
                values.put(labels.get(i), given.get(i));
            }
        }
        return Labels.of(values);
    }

    /** The value of its only dimension that a matcher asks for; null where all have to be looked at. */
    @Nullable
    String onlyDimension(List<LabelMatcher> matchers) {
        return labels.size() != 1
                ? null
                : matchers.stream()
                        .filter(matcher -> matcher.exactly() && matcher.label().equals(labels.getFirst()))
                        .map(matcher -> DimensionText.of(matcher.value()))
                        // a total is no value of the dimension, and one that is not there is the empty text
                        .filter(value -> !value.isEmpty() && !value.equals(Metric.TOTAL))
                        .findFirst()
                        .orElse(null);
    }

    /** One sentence for whoever looks it up. */
    public String help() {
        var text = new StringBuilder(shape.name());
        if (!as.equals(shape.usual())) {
            text.append(" as ").append(as.word());
        }
        if (brokenDown()) {
            text.append(" by ").append(String.join(", ", shape.dimensions()));
        }
        return text.append(", of windows of a ")
                .append(finest().word())
                .append(" that have ended")
                .toString();
    }
}
