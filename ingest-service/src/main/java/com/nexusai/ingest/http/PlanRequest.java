package com.nexusai.ingest.http;

import com.nexusai.schema.plan.PlanMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A plan as somebody wants it.
 *
 * @param version the one that was read; 0 or nothing for a plan that is new
 * @param allowIncompatible whether it may refuse what the plan before accepted
 * @param events what a dry run judges by it
 */
record PlanRequest(
        @Nullable PlanMode mode,
        @Nullable JsonNode schema,
        int version,
        boolean allowIncompatible,
        @Nullable List<JsonNode> events) {}
