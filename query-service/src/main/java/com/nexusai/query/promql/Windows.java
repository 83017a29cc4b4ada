package com.nexusai.query.promql;

import com.nexusai.query.domain.As;
import com.nexusai.query.domain.Group;
import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.Order;
import com.nexusai.query.domain.Point;
import com.nexusai.query.domain.Question;
import com.nexusai.query.domain.Question.Asked;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.query.engine.Answer;
import com.nexusai.schema.aggregate.Granularity;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the windows of a metric, as many generic questions as that takes, and remembers how fresh they were. */
final class Windows {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final int MOST_OF_A_QUESTION = 10_000;
    private static final int MOST = 45_000;
    private static final int MOST_POINTS = 300_000;
    private static final int MOST_LINES = 1_000;

    private final Asking asking;
    private final int moments;
    private final List<Meta> metas = new ArrayList<>();

    Windows(Asking asking, int moments) {
        this.asking = asking;
        this.moments = moments;
    }

    List<Meta> metas() {
        return metas;
    }

    /** The values of windows by their starts, in milliseconds, of each line; a window without one has none here. */
    Map<Labels, Map<Long, Double>> read(
            PromMetric metric, List<LabelMatcher> matchers, Granularity granularity, Instant from, Instant to) {
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new BadQuery("the query reaches over more than ten years");
        }
        long windows = granularity.between(from, to);
        if (windows > MOST) {
            throw new BadQuery("the query needs " + windows + " windows of a " + granularity.word() + " of "
                    + metric.name() + "; allowed: " + MOST
                    + ". Choose a step and ranges of whole hours or days, or a shorter time");
        }
        int most = Math.clamp(MOST_POINTS / Math.max(windows, moments), 1, MOST_LINES);
        var lines = new HashMap<Labels, Map<Long, Double>>();
        for (var start = from; start.isBefore(to); ) {
            var end = start;
            for (int i = 0; i < MOST_OF_A_QUESTION && end.isBefore(to); i++) {
                end = granularity.next(end);
            }
            take(metric, matchers, question(metric, matchers, granularity, new TimeRange(start, end), most), lines);
            start = end;
        }
        return lines;
    }

    private void take(
            PromMetric metric, List<LabelMatcher> matchers, Question question, Map<Labels, Map<Long, Double>> lines) {
        Answer answer = asking.answer(question);
        metas.add(answer.meta());
        var result = answer.results().getFirst();
        if (result.groupsLeftOut() > 0) {
            throw new BadQuery(metric.name() + " has "
                    + (result.groupsLeftOut() + result.groups().size()) + " lines in this time; allowed: "
                    + question.limit() + ". Narrow it with a matcher, a longer step or a shorter time");
        }
        for (Group group : result.groups()) {
            var labels = metric.labelled(group.dimension());
            if (matchers.stream().allMatch(matcher -> matcher.passes(labels))) {
                var values = lines.computeIfAbsent(labels, _ -> new HashMap<>());
                for (Point point : Objects.requireNonNullElse(group.points(), List.<Point>of())) {
                    if (point.value() != null) {
                        values.put(point.start().toEpochMilli(), point.value());
                    }
                }
            }
        }
    }

    private static Question question(
            PromMetric metric, List<LabelMatcher> matchers, Granularity granularity, TimeRange range, int limit) {
        @Nullable String only = metric.onlyDimension(matchers);
        As as = metric.as();
        return new Question(
                List.of(new Asked(metric.shape().name(), as)),
                granularity,
                range,
                UTC,
                metric.brokenDown() ? List.of(Question.OWN) : List.of(),
                null,
                only == null ? List.of() : List.of(only),
                false,
                false,
                Order.LARGEST_FIRST,
                limit);
    }
}
