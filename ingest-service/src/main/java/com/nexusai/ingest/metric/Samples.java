package com.nexusai.ingest.metric;

import com.nexusai.schema.event.MalformedEvent;
import com.nexusai.schema.event.StrictJson;
import com.nexusai.schema.rejection.Rejection;
import com.nexusai.schema.rejection.RejectionCode;
import com.nexusai.schema.serde.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns {@code {"name": …, "value": …, "timestamp": …, "labels": {…}}} into an event of type METRIC with name, value and
 * labels as its properties. Whatever else a sample has, such as an {@code eventId} or a {@code userId}, stays where it is.
 */
public final class Samples {
    public static final String TYPE = "METRIC";

    private Samples() {}

    public static Sample read(byte[] json) {
        try {
            return StrictJson.read(json) instanceof ObjectNode sample
                    ? of(sample)
                    : bad(RejectionCode.MALFORMED, null, "a sample is a JSON object");
        } catch (MalformedEvent malformed) {
            return bad(RejectionCode.MALFORMED, malformed.field(), malformed.problem());
        }
    }

    private static Sample of(ObjectNode sample) {
        var name = sample.remove("name");
        if (name == null || !name.isString() || name.asString().isBlank()) {
            return bad(RejectionCode.MISSING_FIELD, "name", "is missing; say what was measured, such as queue_depth");
        }
        var value = sample.remove("value");
        if (value == null || !value.isNumber() || !Double.isFinite(value.asDouble(Double.NaN))) {
            return bad(RejectionCode.INVALID_FIELD, "value", "must be a number");
        }
        var labels = sample.remove("labels");
        if (labels != null && !labels.isNull() && !isLabels(labels)) {
            return bad(RejectionCode.INVALID_FIELD, "labels", "must be an object of texts, numbers and booleans");
        }
        var properties = sample.remove("properties") instanceof ObjectNode own ? own : Json.MAPPER.createObjectNode();
        if (sample.has("type")) {
            properties.set("type", sample.get("type"));
        }
        properties.set("name", name);
        properties.set("value", value);
        if (labels instanceof ObjectNode) {
            properties.set("labels", labels);
        }
        sample.put("type", TYPE);
        sample.set("properties", properties);
        return new Sample.Good(StrictJson.write(sample));
    }

    private static boolean isLabels(JsonNode labels) {
        return labels.isObject() && labels.valueStream().allMatch(JsonNode::isValueNode);
    }

    private static Sample bad(RejectionCode code, @Nullable String field, String detail) {
        return new Sample.Bad(new Rejection(code, field, detail));
    }
}
