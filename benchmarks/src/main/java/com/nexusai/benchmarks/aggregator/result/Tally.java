package com.nexusai.benchmarks.aggregator.result;

import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The common metrics, counted in the plainest way: one map, one event after the other. */
public final class Tally {
    private record CellName(String metric, Granularity granularity, String tenant, String dimension, Instant start) {}

    private record ActiveDay(String actorKey, Instant day) {}

    private static final class User {
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;
        private final Map<String, Long> types = new HashMap<>();
    }

    private final Map<CellName, BigDecimal> cells = new HashMap<>();
    private final Map<String, User> users = new HashMap<>();
    private final Set<ActiveDay> active = new HashSet<>();

    public void add(Event event) {
        count(CommonMetrics.EVENTS, event, event.type(), BigDecimal.ONE);
        count(CommonMetrics.EVENTS, event, CommonMetrics.TOTAL, BigDecimal.ONE);
        switch (event.type()) {
            case "MESSAGE_SENT", "MESSAGE_RECEIVED" -> tokens(event);
            case "PAYMENT_COMPLETED" -> payment(event);
            default -> {}
        }
        if (event.actor() != null) {
            user(event);
            if (active.add(new ActiveDay(event.key(), Granularity.DAY.start(event.timestamp())))) {
                count(CommonMetrics.ACTIVE, event, CommonMetrics.TOTAL, BigDecimal.ONE);
            }
        }
    }

    private void tokens(Event event) {
        var tokens = event.properties().tree().path("tokens");
        if (tokens.isNumber()) {
            count(CommonMetrics.TOKENS, event, CommonMetrics.TOTAL, tokens.decimalValue());
        }
    }

    private void payment(Event event) {
        var properties = event.properties().tree();
        var amount = new BigDecimal(properties.path("amount").toString());
        count(CommonMetrics.REVENUE, event, properties.path("currency").asString(), amount);
    }

    private void count(String metric, Event event, String dimension, BigDecimal value) {
        for (var granularity : CommonMetrics.granularities(metric)) {
            var start = granularity.start(event.timestamp());
            cells.merge(new CellName(metric, granularity, event.tenantId(), dimension, start), value, BigDecimal::add);
        }
    }

    private void user(Event event) {
        var user = users.computeIfAbsent(event.key(), unknown -> new User());
        user.first = event.timestamp().isBefore(user.first) ? event.timestamp() : user.first;
        user.last = event.timestamp().isAfter(user.last) ? event.timestamp() : user.last;
        user.types.merge(event.type(), 1L, Long::sum);
    }

    public Results results() {
        var results = new Results();
        cells.forEach((name, value) ->
                results.cell(name.metric(), name.granularity(), name.tenant(), name.dimension(), name.start(), value));
        users.forEach((key, user) -> results.user(key, user.first, user.last, user.types));
        return results;
    }
}
