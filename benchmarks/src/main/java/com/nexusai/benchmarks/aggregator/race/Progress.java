package com.nexusai.benchmarks.aggregator.race;

import java.util.List;
import java.util.Map;

/**
 * How far a contender is.
 *
 * @param consumed events that its group has committed
 * @param readable where the committed results end, by topic and partition
 */
record Progress(long consumed, Map<String, Long> readable) {
    static final Progress NONE = new Progress(0, Map.of());

    /** Where to ask. */
    @FunctionalInterface
    interface Source {
        Progress now();
    }

    static Source of(Topics topics, String group, List<String> results) {
        return () -> new Progress(topics.committedEvents(group), topics.readable(results));
    }
}
