package com.nexusai.benchmarks.aggregator.race;

import java.util.Map;

/** A topic that a contender writes its results to. */
public record ResultTopic(String name, Map<String, String> settings) {

    /** Of a reference: kept and not compacted, so that the broker has no work with it. */
    public static ResultTopic of(String name) {
        return new ResultTopic(name, Map.of());
    }
}
