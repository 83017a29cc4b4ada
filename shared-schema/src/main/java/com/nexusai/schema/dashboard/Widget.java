package com.nexusai.schema.dashboard;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing to look at.
 *
 * @param type {@code chart}, {@code kpi}, {@code table}, {@code heatmap}, {@code funnel}, {@code retention} or {@code text}
 * @param x the first column that it takes
 * @param y the first row that it takes
 * @param w how many columns
 * @param h how many rows
 * @param question the generic question, of charts, KPIs, tables and heatmaps
 * @param funnel a name of a stored one, or steps and window
 * @param retention granularity and periods, or an ad hoc question
 * @param text what a text says
 * @param options of whoever draws it
 */
public record Widget(
        String id,
        String type,
        @Nullable String title,
        int x,
        int y,
        int w,
        int h,
        @Nullable JsonNode question,
        @Nullable JsonNode funnel,
        @Nullable JsonNode retention,
        @Nullable String text,
        @Nullable JsonNode options) {}
