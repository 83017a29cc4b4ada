package com.nexusai.aggregator.domain;

import com.nexusai.schema.aggregate.CellKey;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.Series;
import com.nexusai.schema.event.Event;
import java.util.ArrayList;
import java.util.List;

/** Which cells an event counts in. */
public final class Counting {
    private Counting() {}

    /** The one cell that the event adds to on its own partition: its minute and type. */
    public static CellKey minuteOf(Event event) {
        return new Series(event.tenantId(), Metric.EVENTS, Granularity.MINUTE, event.type())
                .at(Granularity.MINUTE.start(event.timestamp()));
    }

    /** All cells that grow when this minute cell grows: its type and the total, each by minute, hour and day. */
    public static List<CellKey> cellsOf(CellKey minute) {
        var series = minute.series();
        var cells = new ArrayList<CellKey>(6);
        for (var granularity : Granularity.values()) {
            var start = granularity.start(minute.start());
            cells.add(new Series(series.tenantId(), series.metric(), granularity, series.dimension()).at(start));
            cells.add(new Series(series.tenantId(), series.metric(), granularity, Metric.TOTAL).at(start));
        }
        return cells;
    }
}
