package com.nexusai.ingest.plan;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContextCustomizer;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.ValidationLimitExceededException;
import com.networknt.schema.path.PathType;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.EventWriter;
import com.nexusai.schema.serde.Json;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A plan's schema, compiled once: without network, with linear patterns, and with an end to how long it may take. */
public final class PlanSchema {
    /** An event of a hundred fields takes a few hundred steps. */
    private static final long MAX_STEPS = 50_000;

    private static final int MAX_DEPTH = 256;
    private static final Set<String> NAMES_A_CHILD =
            Set.of("required", "additionalProperties", "unevaluatedProperties", "dependentRequired");

    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .regularExpressionFactory(LinearPattern::of)
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ENGLISH)
            .failFast(true)
            .preloadSchema(true)
            .build();
    private static final ExecutionContextCustomizer LIMITED = (context, ignored) -> context.executionConfig(config ->
            config.maxEvaluationSteps(MAX_STEPS).maxEvaluationDepth(MAX_DEPTH).failFast(true));

    private final Schema schema;

    private PlanSchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * @param path the field at fault, such as {@code properties.amount}; null for the event as a whole
     * @param problem what is wrong, in words
     */
    public record Fault(@Nullable String path, String problem) {}

    /** @throws UnusableSchema saying what is wrong with it */
    public static PlanSchema compile(JsonNode json) {
        SchemaRules.check(json);
        MetaSchema.check(json);
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(CONFIG)
                        .schemaCacheEnabled(false)
                        .schemaLoader(loader -> loader.fetchRemoteResources(false)));
        try {
            var compiled = new PlanSchema(registry.getSchema(SchemaLocation.of("urn:plan"), json));
            // references that lead nowhere are found on the way
            compiled.fault(Json.MAPPER.createObjectNode());
            return compiled;
        } catch (SchemaException | StackOverflowError unusable) {
            throw new UnusableSchema("the schema cannot be used: " + unusable.getMessage());
        }
    }

    /** What is wrong with the event; null when nothing is. */
    public @Nullable Fault fault(Event event) {
        return fault(Json.MAPPER.readTree(EventWriter.write(event)));
    }

    private @Nullable Fault fault(JsonNode event) {
        try {
            var errors = schema.validate(event, LIMITED);
            return errors.isEmpty() ? null : describe(errors.getFirst());
        } catch (ValidationLimitExceededException | StackOverflowError endless) {
            return new Fault(null, "takes too long to be checked against the schema");
        }
    }

    private static Fault describe(Error error) {
        var path = new StringBuilder();
        for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
            path.append(path.isEmpty() ? "" : ".")
                    .append(error.getInstanceLocation().getElement(i));
        }
        if (NAMES_A_CHILD.contains(error.getKeyword()) && error.getProperty() != null) {
            path.append(path.isEmpty() ? "" : ".").append(error.getProperty());
        }
        return new Fault(path.isEmpty() ? null : Json.shorten(path.toString()), Json.shorten(error.getMessage()));
    }
}
