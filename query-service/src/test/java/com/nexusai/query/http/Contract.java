package com.nexusai.query.http;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document, against which every answer of the tests is held. */
final class Contract {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonNode DOCUMENT = read();

    private Contract() {}

    /** @param path as in the document, with its parameters in braces */
    record Operation(String method, String path, JsonNode node) {
        String name() {
            return method + " " + path;
        }

        /** Of the status that says that all went well. */
        String success() {
            return node.get("responses").propertyNames().stream()
                    .filter(status -> status.startsWith("2"))
                    .findFirst()
                    .orElseThrow();
        }

        /** The example that stands with a response; missing if there is none. */
        JsonNode example(String status) {
            return resolved(node.get("responses").path(status))
                    .path("content")
                    .path("application/json")
                    .path("example");
        }

        boolean answersJson(String status) {
            var content = resolved(node.get("responses").path(status)).path("content");
            return content.isMissingNode() || content.has("application/json");
        }

        JsonNode requestExample() {
            return node.at("/requestBody/content").path("application/json").path("example");
        }

        /** With the example of each parameter that has one. */
        Stream<JsonNode> parameters() {
            return node.path("parameters").valueStream().map(Contract::resolved);
        }
    }

    static List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        for (var path : DOCUMENT.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                operations.add(new Operation(
                        operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()));
            }
        }
        return operations;
    }

    /** What is wrong with an answer; nothing where the document says nothing of its path. */
    static List<String> faults(String method, String path, int status, Optional<String> type, String body) {
        var operation = operations().stream()
                .filter(known -> known.method().equals(method) && matches(known.path(), path))
                .min((one, other) -> Integer.compare(braces(one.path()), braces(other.path())));
        if (operation.isEmpty()) {
            return List.of();
        }
        var response = resolved(operation.get().node().get("responses").path(Integer.toString(status)));
        if (response.isMissingNode()) {
            return List.of(operation.get().name() + " does not say that it may answer " + status);
        }
        var content = response.path("content");
        if (content.isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of(operation.get().name() + " answers a body");
        }
        var plain = type.orElse("").split(";", 2)[0];
        if (!isJson(plain)) {
            return content.has(plain)
                    ? List.of()
                    : List.of(operation.get().name() + " does not answer " + type.orElse("nothing"));
        }
        var schema = content.path(plain).path("schema");
        return schema.isMissingNode()
                ? List.of(operation.get().name() + " does not answer " + type.orElse("nothing"))
                : faults(schema, body);
    }

    /** Of many lines of JSON each is one, and the whole is none. */
    static boolean isJson(String type) {
        return type.endsWith("json") && !type.endsWith("ndjson");
    }

    static List<String> faults(JsonNode schema, String json) {
        var whole = ((ObjectNode) schema.deepCopy());
        whole.set("components", DOCUMENT.get("components"));
        return REGISTRY
                .getSchema(whole)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asString().substring(1)) : node;
    }

    private static boolean matches(String template, String path) {
        var pattern = Stream.of(template.split("/", -1))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .reduce((one, other) -> one + "/" + other)
                .orElseThrow();
        return path.matches(pattern);
    }

    private static int braces(String path) {
        return (int) path.chars().filter(character -> character == '{').count();
    }

    private static JsonNode read() {
        try (var yaml = Contract.class.getResourceAsStream("/openapi.yaml")) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
