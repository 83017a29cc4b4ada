package com.nexusai.schema.evolution;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Says what of a schema's change would break somebody: a reader that counts on what was there, or records that were
 * written before and are still on the topic.
 */
final class SchemaEvolution {
    private static final List<String> LIMITS = List.of(
            "format",
            "pattern",
            "const",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "$ref");

    private final List<String> objections = new ArrayList<>();

    private SchemaEvolution() {}

    static List<String> objections(JsonNode before, JsonNode after) {
        var evolution = new SchemaEvolution();
        evolution.compare("the value", before, after);
        return evolution.objections;
    }

    private void compare(String where, JsonNode before, JsonNode after) {
        compareType(where, before, after);
        compareEnum(where, before, after);
        compareLimits(where, before, after);
        compareRequired(where, before, after);
        if (before.path("additionalProperties").asBoolean(true)
                && !after.path("additionalProperties").asBoolean(true)) {
            object(where, "no longer allows fields that are not named: records on the topic may have them");
        }
        before.path("properties").properties().forEach(property -> {
            var name = property.getKey();
            var now = after.path("properties").path(name);
            if (now.isMissingNode()) {
                object(where + "." + name, "is gone: readers that use it would find nothing");
            } else {
                compare(where + "." + name, property.getValue(), now);
            }
        });
        if (before.has("items")) {
            compare(where + "[]", before.path("items"), after.path("items"));
        }
    }

    private void compareType(String where, JsonNode before, JsonNode after) {
        var was = words(before.path("type"));
        var is = words(after.path("type"));
        if (!was.equals(is)) {
            object(where, "was of type " + was + " and is now " + is + ": readers and older records have the former");
        }
    }

    private void compareEnum(String where, JsonNode before, JsonNode after) {
        if (!after.has("enum")) {
            return;
        }
        if (!before.has("enum")) {
            object(where, "was open and now has only these values: " + words(after.path("enum")));
            return;
        }
        var gone = words(before.path("enum"));
        gone.removeAll(words(after.path("enum")));
        if (!gone.isEmpty()) {
            object(where, "no longer has the values " + gone + ": older records have them");
        }
    }

    private void compareLimits(String where, JsonNode before, JsonNode after) {
        for (var limit : LIMITS) {
            if (after.has(limit) && !after.path(limit).equals(before.path(limit))) {
                object(where, "has a new " + limit + ", " + after.path(limit) + ": older records may not keep to it");
            }
        }
    }

    private void compareRequired(String where, JsonNode before, JsonNode after) {
        var was = words(before.path("required"));
        var is = words(after.path("required"));
        is.stream()
                .filter(name -> !was.contains(name))
                .forEach(name -> object(where + "." + name, "is now required: older records do not have it"));
        was.stream()
                .filter(name -> !is.contains(name))
                .forEach(name -> object(where + "." + name, "is no longer required: readers count on it"));
    }

    private void object(String where, String why) {
        objections.add(where + " " + why);
    }

    private static Set<String> words(JsonNode node) {
        return (node.isArray() ? node.valueStream() : Stream.of(node))
                .map(JsonNode::asString)
                .collect(toCollection(TreeSet::new));
    }
}
