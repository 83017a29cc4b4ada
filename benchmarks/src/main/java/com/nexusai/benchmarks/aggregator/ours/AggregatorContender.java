package com.nexusai.benchmarks.aggregator.ours;

import com.nexusai.benchmarks.aggregator.child.JavaCommand;
import com.nexusai.benchmarks.aggregator.child.RunSettings;
import com.nexusai.benchmarks.aggregator.race.Contender;
import com.nexusai.benchmarks.aggregator.race.ResultTopic;
import com.nexusai.benchmarks.aggregator.result.CommonMetrics;
import com.nexusai.benchmarks.aggregator.result.LatestValues;
import com.nexusai.benchmarks.aggregator.result.Results;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.UserProfile;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The aggregator. It computes more than the race asks for; the rest of its cells is passed over. */
public final class AggregatorContender implements Contender {
    /** Metrics with a cell over all dimensions and no others that count, or with dimensions and no total. */
    private static final Map<String, Boolean> HAS_TOTAL =
            Map.of(CommonMetrics.TOKENS, true, CommonMetrics.ACTIVE, true, CommonMetrics.REVENUE, false);

    @Override
    public String name() {
        return "aggregator";
    }

    @Override
    public JavaCommand command(RunSettings settings, List<String> flags) {
        return JavaCommand.of(AggregatorProcess.class, flags, settings.arguments());
    }

    @Override
    public List<ResultTopic> topics() {
        return Stream.<Topic<?, ?>>of(Topics.AGGREGATES, Topics.USER_AGGREGATES)
                .map(topic -> new ResultTopic(topic.name(), topic.settings()))
                .toList();
    }

    @Override
    public Results results(LatestValues topics) {
        var results = new Results();
        topics.of(Topics.AGGREGATES.name()).values().forEach(json -> cell(Json.MAPPER.readTree(json), results));
        topics.of(Topics.USER_AGGREGATES.name()).values().forEach(json -> {
            var user = Json.MAPPER.readValue(json, UserProfile.class);
            results.user(
                    EventKey.of(user.tenantId(), user.actor()), user.firstSeen(), user.lastSeen(), user.eventsByType());
        });
        return results;
    }

    private static void cell(JsonNode cell, Results results) {
        var metric = cell.path("metric").asString();
        var granularity = Granularity.of(cell.path("granularity").asString().toLowerCase(Locale.ROOT));
        var dimension = cell.path("dimension").asString();
        if (CommonMetrics.granularities(metric).contains(granularity) && isCommon(metric, dimension)) {
            var value = cell.has("sum")
                    ? cell.path("sum").asString()
                    : cell.path("count").asString();
            results.cell(
                    metric,
                    granularity,
                    cell.path("tenantId").asString(),
                    dimension,
                    Instant.parse(cell.path("start").asString()),
                    new BigDecimal(value));
        }
    }

    private static boolean isCommon(String metric, String dimension) {
        var total = HAS_TOTAL.get(metric);
        return total == null || total == dimension.equals(CommonMetrics.TOTAL);
    }
}
