package com.nexusai.query.http;

import com.nexusai.query.domain.Point;
import com.nexusai.query.domain.Points;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.schema.aggregate.Series;
import java.time.Instant;
import java.util.List;

/** A line on a chart. */
record SeriesView(
        String metric,
        String granularity,
        String dimension,
        Instant from,
        Instant to,
        long total,
        List<Point> points,
        Meta meta) {

    static SeriesView of(Series series, TimeRange range, List<Point> points, Meta meta) {
        return new SeriesView(
                series.metric(),
                series.granularity().word(),
                series.dimension(),
                range.from(),
                range.to(),
                Points.sum(points),
                points,
                meta);
    }
}
