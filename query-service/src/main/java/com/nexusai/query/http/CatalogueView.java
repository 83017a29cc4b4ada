package com.nexusai.query.http;

import com.nexusai.query.domain.As;
import com.nexusai.query.domain.MetricShape;
import com.nexusai.schema.aggregate.Granularity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The metrics that may be asked for. */
record CatalogueView(List<Entry> metrics) {

    /**
     * @param as the figures it has, the usual one first
     * @param adHoc whether it can be broken down and filtered by any field of its events
     */
    record Entry(
            String name,
            boolean builtIn,
            @Nullable String description,
            List<String> as,
            List<String> dimensions,
            List<String> granularities,
            boolean total,
            boolean additive,
            boolean adHoc) {

        static Entry of(MetricShape shape) {
            return new Entry(
                    shape.name(),
                    shape.builtIn(),
                    shape.ofEvents() == null ? null : shape.ofEvents().description(),
                    shape.figures().stream().map(As::word).toList(),
                    shape.dimensions(),
                    shape.granularities().stream()
                            .sorted()
                            .map(Granularity::word)
                            .toList(),
                    shape.total(),
                    shape.additive(),
                    shape.ofEvents() != null);
        }
    }

    static CatalogueView of(List<MetricShape> shapes) {
        return new CatalogueView(shapes.stream().map(Entry::of).toList());
    }
}
