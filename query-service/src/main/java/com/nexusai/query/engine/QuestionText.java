package com.nexusai.query.engine;

import com.nexusai.query.domain.Question;
import com.nexusai.schema.serde.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** A question as JSON again, for a peer. */
final class QuestionText {
    private QuestionText() {}

    static String of(Question question) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(
                "metrics",
                question.metrics().stream()
                        .map(asked -> asked.as() == null
                                ? asked.metric()
                                : Map.of(
                                        "metric",
                                        asked.metric(),
                                        "as",
                                        asked.as().word()))
                        .toList());
        if (question.granularity() != null) {
            fields.put("granularity", question.granularity().word());
        }
        fields.put("from", question.range().from().toString());
        fields.put("to", question.range().to().toString());
        fields.put("timeZone", question.zone().getId());
        fields.put("breakdown", question.breakdown());
        if (question.filter() != null) {
            fields.put("filter", question.filter().text());
        }
        fields.put("dimensions", question.dimensions());
        fields.put("fill", question.fill());
        fields.put("compare", question.compare() ? "previous" : "none");
        fields.put("order", question.order().word());
        fields.put("limit", question.limit());
        return Json.MAPPER.writeValueAsString(fields);
    }
}
