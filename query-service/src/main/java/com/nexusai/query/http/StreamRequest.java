package com.nexusai.query.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.Order;
import com.nexusai.query.domain.Question;
import com.nexusai.query.domain.Question.Asked;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody wants to hear about.
 *
 * @param dimensions values of the metrics' own breakdown; {@code *} for their totals
 */
record StreamRequest(List<Asked> metrics, Granularity granularity, List<String> dimensions) {
    private static final int MOST_METRICS = 10;
    private static final int MOST_DIMENSIONS = 20;

    static StreamRequest of(Parameters parameters) {
        var names = parameters
                .text("metrics")
                .orElseThrow(() -> Problem.invalid("metrics", "is missing, such as metrics=events,active_users."));
        var metrics = QuestionReader.metrics(names);
        var dimensions =
                List.of(parameters.text("dimensions").orElse(Metric.TOTAL).split(",", -1));
        if (metrics.size() > MOST_METRICS) {
            throw Problem.invalid("metrics", "must name at most " + MOST_METRICS + " metrics.");
        }
        if (dimensions.size() > MOST_DIMENSIONS) {
            throw Problem.invalid("dimensions", "must have at most " + MOST_DIMENSIONS + " values.");
        }
        return new StreamRequest(metrics, parameters.granularity(Granularity.MINUTE), dimensions);
    }

    /** Whole windows from the one that holds this moment to the one at hand. */
    TimeRange since(Instant moment, Instant now) {
        return new TimeRange(granularity.start(moment), granularity.next(granularity.start(now)));
    }

    /** The totals and the values of dimensions are two questions. */
    List<Question> questions(TimeRange range) {
        var questions = new ArrayList<Question>();
        if (dimensions.contains(Metric.TOTAL)) {
            questions.add(question(range, List.of(), List.of()));
        }
        var values = dimensions.stream()
                .filter(dimension -> !dimension.equals(Metric.TOTAL))
                .toList();
        if (!values.isEmpty()) {
            questions.add(question(range, List.of(Question.OWN), values));
        }
        return questions;
    }

    private Question question(TimeRange range, List<String> breakdown, List<String> values) {
        return new Question(
                metrics,
                granularity,
                range,
                ZoneId.of("UTC"),
                breakdown,
                null,
                values,
                false,
                false,
                Order.NAME,
                QuestionDraft.MAX_LIMIT);
    }
}
