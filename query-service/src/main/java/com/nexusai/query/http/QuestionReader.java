package com.nexusai.query.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.As;
import com.nexusai.query.domain.Question;
import com.nexusai.query.domain.Question.Asked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads generic questions, of JSON and of query parameters. What is unknown or of the wrong kind is a problem with its field. */
final class QuestionReader {
    private static final Set<String> FIELDS = Set.of(
            "metrics",
            "granularity",
            "from",
            "to",
            "last",
            "timeZone",
            "breakdown",
            "filter",
            "dimensions",
            "fill",
            "compare",
            "order",
            "limit");

    private QuestionReader() {}

    static Question read(JsonNode json, Instant now) {
        if (!json.isObject()) {
            throw Problem.malformed("A question is a JSON object.");
        }
        for (var name : json.propertyNames()) {
            if (!FIELDS.contains(name)) {
                throw Problem.invalid(name, "There is no field '" + name + "' in a question.");
            }
        }
        return new QuestionDraft(
                        metrics(json.path("metrics")),
                        text(json, "granularity"),
                        text(json, "from"),
                        text(json, "to"),
                        text(json, "last"),
                        text(json, "timeZone"),
                        texts(json, "breakdown"),
                        text(json, "filter"),
                        texts(json, "dimensions"),
                        flag(json, "fill"),
                        text(json, "compare"),
                        text(json, "order"),
                        limit(json))
                .question(now);
    }

    /** Of {@code metrics=events,session_duration:p95} and the like. */
    static Question read(Parameters parameters, Instant now) {
        var metrics = parameters
                .text("metrics")
                .orElseThrow(() -> Problem.invalid("metrics", "is missing, such as metrics=events,revenue."));
        return new QuestionDraft(
                        metrics(metrics),
                        parameters.text("granularity").orElse(null),
                        parameters.text("from").orElse(null),
                        parameters.text("to").orElse(null),
                        parameters.text("last").orElse(null),
                        parameters.text("timeZone").orElse(null),
                        listed(parameters.text("breakdown").orElse("")),
                        parameters.text("filter").orElse(null),
                        listed(parameters.text("dimensions").orElse("")),
                        parameters.flag("fill", true),
                        parameters.text("compare").orElse(null),
                        parameters.text("order").orElse(null),
                        parameters.integer("limit", QuestionDraft.USUAL_LIMIT, 1, QuestionDraft.MAX_LIMIT))
                .question(now);
    }

    static @Nullable As as(@Nullable String word, String field) {
        try {
            return word == null ? null : As.of(word);
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid(field, unknown.getMessage() + ".");
        }
    }

    /** Of {@code events,session_duration:p95}. */
    static List<Asked> metrics(String text) {
        return Arrays.stream(text.split(",", -1)).map(QuestionReader::asked).toList();
    }

    private static Asked asked(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Asked(text, null)
                : new Asked(text.substring(0, colon), as(text.substring(colon + 1), "metrics"));
    }

    private static List<String> listed(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    private static List<Asked> metrics(JsonNode json) {
        if (!json.isArray()) {
            throw Problem.invalid("metrics", "must be a list of metrics.");
        }
        var metrics = new ArrayList<Asked>();
        for (var each : json) {
            if (each.isString()) {
                metrics.add(new Asked(each.asString(), null));
            } else if (each.isObject() && each.path("metric").isString()) {
                metrics.add(new Asked(each.get("metric").asString(), as(text(each, "as"), "metrics")));
            } else {
                throw Problem.invalid("metrics", "must be names, or objects with metric and as.");
            }
        }
        return metrics;
    }

    private static @Nullable String text(JsonNode json, String field) {
        var value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isString() || value.isIntegralNumber()) {
            return value.asString();
        }
        throw Problem.invalid(field, "must be a text.");
    }

    private static List<String> texts(JsonNode json, String field) {
        var value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw Problem.invalid(field, "must be a list of texts.");
        }
        var texts = new ArrayList<String>();
        for (var each : value) {
            if (!each.isString() || each.asString().isEmpty()) {
                throw Problem.invalid(field, "must be a list of texts.");
            }
            texts.add(each.asString());
        }
        return texts;
    }

    private static boolean flag(JsonNode json, String field) {
        var value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return true;
        }
        if (!value.isBoolean()) {
            throw Problem.invalid(field, "must be true or false.");
        }
        return value.asBoolean();
    }

    private static int limit(JsonNode json) {
        var value = json.path("limit");
        if (value.isMissingNode() || value.isNull()) {
            return QuestionDraft.USUAL_LIMIT;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw Problem.invalid("limit", "must be a whole number from 1 to " + QuestionDraft.MAX_LIMIT + ".");
        }
        return value.asInt();
    }
}
