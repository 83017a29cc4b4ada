package com.nexusai.query.promql;

import com.nexusai.query.domain.As;
import com.nexusai.query.domain.MetricShape;
import com.nexusai.schema.aggregate.Granularity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names under which a tenant's metrics are asked for: the metric, the windows of what does not add up, the labels,
 * and the figure where it is not the usual one. {@code session_duration_p95}, {@code events_by_type},
 * {@code active_users_day}. Two things never have one name: the built-in ones are named first and keep theirs, then
 * come the tenant's metrics as they are called, then what is derived from those.
 */
public final class PromCatalogue {
    private final SortedMap<String, PromMetric> byName = new TreeMap<>();

    public PromCatalogue(List<MetricShape> shapes) {
        shapes.stream()
                .filter(MetricShape::builtIn)
                .flatMap(shape -> named(shape).stream())
                .forEach(this::add);
        var own = shapes.stream()
                .filter(shape -> !shape.builtIn())
                .flatMap(shape -> named(shape).stream())
                .toList();
        own.stream().filter(PromCatalogue::isPlain).forEach(this::add);
        own.forEach(this::add);
    }

    public Collection<PromMetric> all() {
        return byName.values();
    }

    public Optional<PromMetric> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Those whose names and labels the matchers do not rule out. */
    List<PromMetric> matching(List<LabelMatcher> matchers) {
        return byName.values().stream()
                .filter(metric -> matchers.stream().allMatch(matcher -> mayPass(metric, matcher)))
                .toList();
    }

    private static boolean mayPass(PromMetric metric, LabelMatcher matcher) {
        if (matcher.label().equals(Labels.NAME)) {
            return matcher.test().test(metric.name());
        }
        return metric.labels().contains(matcher.label()) || matcher.test().test("");
    }

    private void add(PromMetric metric) {
        byName.putIfAbsent(metric.name(), metric);
    }

    private static boolean isPlain(PromMetric metric) {
        return metric.name().equals(plain(metric.shape()));
    }

    private static List<PromMetric> named(MetricShape shape) {
        var metrics = new ArrayList<PromMetric>();
        var windows = shape.additive()
                ? new ArrayList<@Nullable Granularity>(1)
                : new ArrayList<@Nullable Granularity>(shape.granularities());
        if (windows.isEmpty()) {
            windows.add(null);
        }
        for (var each : windows) {
            for (var as : shape.figures()) {
                if (shape.total()) {
                    metrics.add(named(shape, as, each, List.of()));
                }
                if (!shape.dimensions().isEmpty()) {
                    metrics.add(named(shape, as, each, labels(shape.dimensions())));
                }
            }
        }
        return metrics;
    }

    private static PromMetric named(MetricShape shape, As as, @Nullable Granularity windows, List<String> labels) {
        var name = plain(shape)
                + (windows == null ? "" : "_" + windows.word())
                + (labels.isEmpty() ? "" : "_by_" + String.join("_", labels))
                + (as.equals(shape.usual()) ? "" : "_" + as.word());
        return new PromMetric(name, shape, as, windows, labels);
    }

    /** The colon stands for a dot, which Prometheus' names do not have. */
    private static String plain(MetricShape shape) {
        return shape.name().replace('.', ':');
    }

    /** {@code properties.plan} is {@code plan}; where two would be the same, the later one has its number. */
    private static List<String> labels(List<String> dimensions) {
        var labels = new ArrayList<String>();
        for (var dimension : dimensions) {
            var label = dimension.replaceFirst("^properties\\.", "").replaceAll("[^A-Za-z0-9_]", "_");
            var legal = label.matches("[0-9].*|__.*") ? "p" + label : label;
            labels.add(labels.contains(legal) ? legal + "_" + (labels.size() + 1) : legal);
        }
        return labels;
    }
}
