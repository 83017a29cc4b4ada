package com.nexusai.query.http;

import com.nexusai.query.domain.Order;
import com.nexusai.query.domain.Question;
import com.nexusai.query.domain.Question.Asked;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.schema.aggregate.Granularity;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Questions that routes ask on their own account, in UTC. */
final class Questions {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private Questions() {}

    /** One figure for the whole range, for each group. */
    static Question totals(String metric, TimeRange range, List<String> breakdown, int limit) {
        return question(List.of(new Asked(metric, null)), null, range, breakdown, limit);
    }

    /** One figure each for the whole range. */
    static Question totals(TimeRange range, String... metrics) {
        var asked = Stream.of(metrics).map(metric -> new Asked(metric, null)).toList();
        return question(asked, null, range, List.of(), QuestionDraft.MAX_LIMIT);
    }

    static Question points(String metric, Granularity granularity, TimeRange range) {
        return question(List.of(new Asked(metric, null)), granularity, range, List.of(), 1);
    }

    /** Of all values of what the metrics are broken down by themselves. */
    static Question points(List<Asked> metrics, Granularity granularity, TimeRange range) {
        return question(metrics, granularity, range, List.of(Question.OWN), QuestionDraft.MAX_LIMIT);
    }

    private static Question question(
            List<Asked> metrics,
            @Nullable Granularity granularity,
            TimeRange range,
            List<String> breakdown,
            int limit) {
        return new Question(
                metrics, granularity, range, UTC, breakdown, null, List.of(), true, false, Order.LARGEST_FIRST, limit);
    }
}
