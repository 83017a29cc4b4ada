package com.nexusai.query.domain;

import com.nexusai.schema.filter.FieldPath;
import com.nexusai.schema.metric.MetricDefinition;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the answer about one metric comes from. */
public sealed interface Plan {

    /**
     * From what was counted ahead.
     *
     * @param fromStore those that the stores still have
     * @param fromHistory the older ones, which ClickHouse has
     * @param dimensions which of the metric's own values are read; null for all but the total
     * @param together whether those are added up to one group
     */
    record OfCells(
            List<Segment> fromStore,
            List<Segment> fromHistory,
            @Nullable Set<String> dimensions,
            boolean together) implements Plan {
        public OfCells {
            fromStore = List.copyOf(fromStore);
            fromHistory = List.copyOf(fromHistory);
        }
    }

    /** From the events themselves, in ClickHouse. */
    record OfEvents(MetricDefinition definition, List<FieldPath> breakdown) implements Plan {
        public OfEvents {
            breakdown = List.copyOf(breakdown);
        }
    }

    /** There is no answer to this. */
    record Impossible(String field, String sentence) implements Plan {}
}
