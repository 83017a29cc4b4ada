package com.nexusai.query.http;

import com.nexusai.query.domain.FunnelSteps.Step;
import com.nexusai.query.domain.Meta;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many people come how far. */
record FunnelView(
        @Nullable String funnel,
        String window,
        Instant from,
        Instant to,
        List<Step> steps,
        @Nullable List<Day> byDay,
        Meta meta) {

    /** Those who entered on a day, by the step that they came to. */
    record Day(Instant start, List<Long> users) {}

    /** What there is to ask for. */
    record Stored(String name, List<String> steps, String window, boolean builtIn) {}

    record Catalogue(List<Stored> funnels) {}
}
