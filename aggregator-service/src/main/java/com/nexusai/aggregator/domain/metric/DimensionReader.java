package com.nexusai.aggregator.domain.metric;

import com.nexusai.aggregator.domain.filter.EventFields;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.metric.DimensionText;

/** The text of a metric's dimensions in an event. */
final class DimensionReader {
    private final int[] slots;

    DimensionReader(int[] slots) {
        this.slots = slots;
    }

    String read(EventFields fields) {
        return switch (slots.length) {
            case 0 -> Metric.TOTAL;
            case 1 -> DimensionText.of(fields.dimension(slots[0]));
            case 2 -> fields.joined(fields.dimension(slots[0]), fields.dimension(slots[1]), null);
            default ->
                fields.joined(fields.dimension(slots[0]), fields.dimension(slots[1]), fields.dimension(slots[2]));
        };
    }
}
