package com.nexusai.query.engine;

import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.MetricAnswer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a generic question, as it goes out, and as peers send it. */
public record Answer(
        Instant from,
        Instant to,
        @Nullable String granularity,
        String timeZone,
        List<MetricAnswer> results,
        Meta meta) {
    public Answer {
        results = List.copyOf(results);
    }
}
