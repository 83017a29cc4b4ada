package com.nexusai.ingest.plan;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;

/** Whether a schema is one: a validator passes over what it does not understand, such as {@code "minimum": "3"}. */
final class MetaSchema {
    private static final Schema DRAFT_2020_12 = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(SchemaRules.DIALECT));

    private MetaSchema() {}

    static void check(JsonNode schema) {
        var errors = DRAFT_2020_12.validate(schema);
        if (!errors.isEmpty()) {
            throw new UnusableSchema("it is no JSON Schema: " + errors.getFirst());
        }
    }
}
