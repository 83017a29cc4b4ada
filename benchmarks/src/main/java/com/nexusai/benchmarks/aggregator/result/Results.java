package com.nexusai.benchmarks.aggregator.result;

import com.nexusai.schema.aggregate.Granularity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The values that all contenders compute, as text under readable names, whatever form they had on their topics. */
public final class Results {
    public static final String USER = "user";

    private final Map<String, String> values = new HashMap<>();

    public void cell(
            String metric, Granularity granularity, String tenant, String dimension, Instant start, BigDecimal value) {
        var name = String.join("/", metric, granularity.word(), tenant, dimension, start.toString());
        values.put(name, value.stripTrailingZeros().toPlainString());
    }

    /** @param key {@code tenant/actor} */
    public void user(String key, Instant first, Instant last, Map<String, Long> types) {
        var counts = new TreeMap<>(types)
                .entrySet().stream()
                        .map(type -> type.getKey() + "=" + type.getValue())
                        .collect(Collectors.joining(","));
        values.put(USER + "/" + key, first + " " + last + " " + counts);
    }

    public Map<String, String> values() {
        return values;
    }

    /** How many values there are of each metric and granularity. */
    public Map<String, Long> sizes() {
        return values.keySet().stream()
                .collect(Collectors.groupingBy(Results::kind, TreeMap::new, Collectors.counting()));
    }

    private static String kind(String name) {
        int first = name.indexOf('/');
        return name.startsWith(USER) ? USER : name.substring(0, name.indexOf('/', first + 1));
    }

    static String text(Entry<String, String> value) {
        return value.getKey() + " = " + value.getValue();
    }
}
