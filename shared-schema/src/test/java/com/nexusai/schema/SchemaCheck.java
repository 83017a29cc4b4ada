package com.nexusai.schema;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Validates JSON against our schemas, formats included. */
final class SchemaCheck {
    private static final String META_SCHEMA = "https://json-schema.org/draft/2020-12/schema";

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(
                    Schemas.names().stream().collect(toMap(name -> "urn:nexusai:schema:" + name, SchemaCheck::text))));

    private SchemaCheck() {}

    static String text(String name) {
        return requireNonNull(Schemas.json(name), name);
    }

    /** What is wrong with this value of the schema; nothing when it is valid. */
    static List<String> faults(String name, String json) {
        return faultsAt("urn:nexusai:schema:" + name, json);
    }

    static List<String> faults(String name, byte[] json) {
        return faults(name, new String(json, StandardCharsets.UTF_8));
    }

    /** What is wrong with a schema as a schema. */
    static List<String> faultsOfSchema(String name) {
        return faultsAt(META_SCHEMA, text(name));
    }

    private static List<String> faultsAt(String location, String json) {
        return REGISTRY
                .getSchema(SchemaLocation.of(location))
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }
}
