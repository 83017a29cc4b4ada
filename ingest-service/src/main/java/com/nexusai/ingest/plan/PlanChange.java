package com.nexusai.ingest.plan;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What of a new schema may refuse events that the old one accepted. A newly described field counts as compatible: who
 * sends it already in another form is found by the dry run.
 */
public final class PlanChange {
    private static final Set<String> AT_MOST =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains");
    private static final Set<String> AT_LEAST =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains");
    /** Compared below, or without effect on what is accepted. */
    private static final Set<String> UNDERSTOOD = Set.of(
            "type",
            "enum",
            "required",
            "properties",
            "items",
            "additionalProperties",
            "title",
            "description",
            "default",
            "examples",
            "format",
            "deprecated",
            "readOnly",
            "writeOnly",
            "$comment",
            "$schema",
            "$defs");

    private final List<String> objections = new ArrayList<>();

    private PlanChange() {}

    /** Empty where every event that the old schema accepts is accepted by the new one, as far as can be seen. */
    public static List<String> objections(JsonNode before, JsonNode after) {
        var change = new PlanChange();
        change.compare("the event", before, after);
        return List.copyOf(change.objections);
    }

    private void compare(String where, JsonNode before, JsonNode after) {
        if (before.equals(after) || (after.isBoolean() && after.asBoolean())) {
            return;
        }
        if (!before.isObject() || !after.isObject()) {
            object(where, "had the schema " + before + " and now has another");
            return;
        }
        compareTypes(where, before, after);
        compareEnum(where, before, after);
        compareLimits(where, before, after);
        words(after.path("required")).stream()
                .filter(name -> !words(before.path("required")).contains(name))
                .forEach(name -> object(where + "." + name, "is now required"));
        compareFields(where, before, after);
        compareOthers(where, before, after);
    }

    private void compareFields(String where, JsonNode before, JsonNode after) {
        boolean closed = isClosed(after);
        if (closed && !isClosed(before)) {
            object(where, "no longer allows fields that are not named");
        }
        for (var field : before.path("properties").properties()) {
            var now = after.path("properties").path(field.getKey());
            if (!now.isMissingNode()) {
                compare(where + "." + field.getKey(), field.getValue(), now);
            } else if (closed) {
                object(where + "." + field.getKey(), "is no longer allowed");
            }
        }
        if (after.has("items")) {
            if (before.has("items")) {
                compare(where + "[]", before.path("items"), after.path("items"));
            } else {
                object(where + "[]", "may no longer be anything");
            }
        }
    }

    private void compareTypes(String where, JsonNode before, JsonNode after) {
        if (!after.has("type")) {
            return;
        }
        var now = words(after.path("type"));
        var lost = words(before.path("type"));
        lost.removeAll(now);
        if (now.contains("number")) {
            lost.remove("integer");
        }
        if (!before.has("type")) {
            object(where, "may no longer be of any type, only " + now);
        } else if (!lost.isEmpty()) {
            object(where, "may no longer be of type " + lost);
        }
    }

    private void compareEnum(String where, JsonNode before, JsonNode after) {
        if (!after.has("enum")) {
            return;
        }
        var lost = words(before.path("enum"));
        lost.removeAll(words(after.path("enum")));
        if (!before.has("enum")) {
            object(where, "may now only be one of " + words(after.path("enum")));
        } else if (!lost.isEmpty()) {
            object(where, "may no longer be one of " + lost);
        }
    }

    private void compareLimits(String where, JsonNode before, JsonNode after) {
        for (var limit : AT_MOST) {
            if (after.has(limit) && (!before.has(limit) || number(after, limit) < number(before, limit))) {
                object(where, "has a tighter " + limit + ", " + after.path(limit));
            }
        }
        for (var limit : AT_LEAST) {
            if (after.has(limit) && (!before.has(limit) || number(after, limit) > number(before, limit))) {
                object(where, "has a tighter " + limit + ", " + after.path(limit));
            }
        }
    }

    /** What cannot be compared is taken for a change that may refuse something. */
    private void compareOthers(String where, JsonNode before, JsonNode after) {
        after.properties().stream()
                .filter(keyword -> !UNDERSTOOD.contains(keyword.getKey()))
                .filter(keyword -> !AT_MOST.contains(keyword.getKey()) && !AT_LEAST.contains(keyword.getKey()))
                .filter(keyword -> !keyword.getValue().equals(before.path(keyword.getKey())))
                .forEach(keyword -> object(where, "has a new or another '" + keyword.getKey() + "'"));
        if (!before.path("$defs").equals(after.path("$defs")) && before.has("$defs")) {
            object(where, "has other $defs, which are not compared");
        }
    }

    private void object(String where, String why) {
        objections.add(where + " " + why);
    }

    private static boolean isClosed(JsonNode schema) {
        var more = schema.path("additionalProperties");
        return more.isBoolean() ? !more.asBoolean() : !more.isMissingNode();
    }

    private static double number(JsonNode schema, String limit) {
        return schema.path(limit).asDouble(0);
    }

    private static Set<String> words(JsonNode node) {
        var nodes =
                node.isMissingNode() ? Stream.<JsonNode>of() : node.isArray() ? node.valueStream() : Stream.of(node);
        return nodes.map(word -> word.isString() ? word.asString() : word.toString())
                .collect(toCollection(TreeSet::new));
    }
}
