package com.nexusai.query.http;

import com.nexusai.query.domain.Group;
import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.MetricAnswer;
import com.nexusai.query.domain.Point;
import com.nexusai.query.engine.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line on a chart.
 *
 * @param total of the counts
 * @param value of the whole range; null where it does not follow from the points
 */
record SeriesView(
        String metric,
        String as,
        @Nullable String granularity,
        String timeZone,
        String dimension,
        Instant from,
        Instant to,
        long total,
        @Nullable Double value,
        List<Point> points,
        Group.@Nullable Before previous,
        Meta meta) {

    static SeriesView of(String dimension, Answer answer) {
        MetricAnswer result = answer.results().getFirst();
        var group = result.groups().getFirst();
        var points = Objects.requireNonNullElse(group.points(), List.<Point>of());
        return new SeriesView(
                result.metric(),
                result.as(),
                answer.granularity(),
                answer.timeZone(),
                dimension,
                answer.from(),
                answer.to(),
                points.stream().mapToLong(Point::count).sum(),
                group.value(),
                points,
                group.previous(),
                answer.meta());
    }
}
