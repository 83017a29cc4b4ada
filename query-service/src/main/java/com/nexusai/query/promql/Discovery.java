package com.nexusai.query.promql;

import com.nexusai.query.promql.Expression.Selector;
import com.nexusai.schema.aggregate.Granularity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which lines there are, for whoever builds a query. */
public final class Discovery {
    private static final int MOST_READS = 20;

    private final PromCatalogue catalogue;
    private final Asking asking;

    public Discovery(PromCatalogue catalogue, Asking asking) {
        this.catalogue = catalogue;
        this.asking = asking;
    }

    /** Names of labels; nothing is read for them. */
    public Set<String> names(List<Selector> selectors) {
        var names = new TreeSet<String>();
        for (var metric : matching(selectors)) {
            names.add(Labels.NAME);
            names.addAll(metric.labels());
        }
        return names;
    }

    /** Values of one label on the days from one moment to another. */
    public Set<String> values(String label, List<Selector> selectors, Instant from, Instant to) {
        var values = new TreeSet<String>();
        if (label.equals(Labels.NAME)) {
            matching(selectors).forEach(metric -> values.add(metric.name()));
            return values;
        }
        // the other figures of a breakdown have the same values
        var having = matching(selectors).stream()
                .filter(metric -> metric.labels().contains(label))
                .filter(metric -> !selectors.isEmpty()
                        || metric.as().equals(metric.shape().usual()))
                .toList();
        for (var labels : lines(having, selectors, from, to)) {
            values.add(labels.get(label));
        }
        return values;
    }

    public Set<Labels> series(List<Selector> selectors, Instant from, Instant to) {
        return lines(matching(selectors), selectors, from, to);
    }

    private List<PromMetric> matching(List<Selector> selectors) {
        return selectors.isEmpty()
                ? List.copyOf(catalogue.all())
                : selectors.stream()
                        .flatMap(selector -> catalogue.matching(selector.matchers()).stream())
                        .distinct()
                        .toList();
    }

    private Set<Labels> lines(List<PromMetric> metrics, List<Selector> selectors, Instant from, Instant to) {
        var lines = new TreeSet<Labels>(
                Comparator.comparing(labels -> labels.values().toString()));
        long reads = metrics.stream().filter(PromMetric::brokenDown).count();
        if (reads > MOST_READS) {
            throw new BadQuery("this needs a look at " + reads + " metrics; allowed: " + MOST_READS
                    + ". Name the metric, as in match[]=events_by_type");
        }
        for (var metric : metrics) {
            for (var labels : lines(metric, from, to)) {
                if (selectors.isEmpty() || selectors.stream().anyMatch(selector -> passes(selector, labels))) {
                    lines.add(labels);
                }
            }
        }
        return lines;
    }

    private static boolean passes(Selector selector, Labels labels) {
        return selector.matchers().stream().allMatch(matcher -> matcher.passes(labels));
    }

    private Set<Labels> lines(PromMetric metric, Instant from, Instant to) {
        if (!metric.brokenDown()) {
            return Set.of(metric.labelled(""));
        }
        var granularity = metric.windows() == null ? Granularity.DAY : metric.windows();
        var end = granularity.next(granularity.start(to));
        return new Windows(asking, 1)
                .read(metric, List.of(), granularity, granularity.start(from), end)
                .keySet();
    }
}
