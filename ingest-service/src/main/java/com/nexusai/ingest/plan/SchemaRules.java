package com.nexusai.ingest.plan;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a plan's schema must not have: anything that lies elsewhere, and names that would make a reference mean another
 * place than it seems to.
 */
final class SchemaRules {
    static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final int MAX_BYTES = 256 * 1024;
    private static final Set<String> MOVES_THE_BASE = Set.of(
            "$id",
            "id",
            "$anchor",
            "$dynamicRef",
            "$dynamicAnchor",
            "$recursiveRef",
            "$recursiveAnchor",
            "$vocabulary");
    /** What stands below these is data and no schema. */
    private static final Set<String> DATA = Set.of("enum", "const", "default", "examples");
    /** Here the names are the producer's own. */
    private static final Set<String> NAMED_SCHEMAS =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependentRequired");

    private final JsonNode root;

    private SchemaRules(JsonNode root) {
        this.root = root;
    }

    /** @throws UnusableSchema naming the first that is broken */
    static void check(JsonNode schema) {
        if (!schema.isObject() && !schema.isBoolean()) {
            throw new UnusableSchema("a schema is an object, or true or false");
        }
        if (schema.toString().length() > MAX_BYTES) {
            throw new UnusableSchema("the schema has more than " + MAX_BYTES + " characters");
        }
        new SchemaRules(schema).checkSchema(schema);
    }

    private void checkSchema(JsonNode schema) {
        if (schema.isArray()) {
            schema.forEach(this::checkSchema);
        }
        for (var member : schema.properties()) {
            checkMember(member.getKey(), member.getValue());
        }
    }

    private void checkMember(String keyword, JsonNode value) {
        if (MOVES_THE_BASE.contains(keyword)) {
            throw new UnusableSchema("'" + keyword + "' is not accepted; put shared parts below $defs");
        }
        if (keyword.equals("$schema") && !DIALECT.equals(value.asString(""))) {
            throw new UnusableSchema("$schema must be " + DIALECT + ", or be left out");
        }
        if (keyword.equals("$ref")) {
            checkReference(value.asString(""));
        }
        if (keyword.equals("pattern")) {
            LinearPattern.of(value.asString(""));
        }
        if (keyword.equals("patternProperties")) {
            value.propertyNames().forEach(LinearPattern::of);
        }
        if (NAMED_SCHEMAS.contains(keyword)) {
            value.forEach(this::checkSchema);
        } else if (!DATA.contains(keyword)) {
            checkSchema(value);
        }
    }

    private void checkReference(String reference) {
        if (!reference.equals("#") && !reference.startsWith("#/")) {
            throw new UnusableSchema(
                    "$ref must point into the schema itself, such as '#/$defs/money'; nothing is fetched from"
                            + " elsewhere");
        }
        if (root.at(reference.substring(1)).isMissingNode()) {
            throw new UnusableSchema("$ref '" + reference + "' points at nothing");
        }
    }
}
