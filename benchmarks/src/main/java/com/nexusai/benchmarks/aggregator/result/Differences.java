package com.nexusai.benchmarks.aggregator.result;

import java.util.ArrayList;
import java.util.List;

/**
 * What is not as it must be.
 *
 * @param count of all values that are missing, wrong or too many
 * @param examples a few of them, in words
 */
public record Differences(long count, List<String> examples) {
    private static final int EXAMPLES = 8;

    public static Differences between(Results expected, Results found) {
        long count = 0;
        var examples = new ArrayList<String>();
        for (var value : expected.values().entrySet()) {
            var other = found.values().get(value.getKey());
            if (!value.getValue().equals(other)) {
                count++;
                note(examples, Results.text(value) + (other == null ? " is missing" : ", but found " + other));
            }
        }
        for (var value : found.values().entrySet()) {
            if (!expected.values().containsKey(value.getKey())) {
                count++;
                note(examples, Results.text(value) + " is too much");
            }
        }
        return new Differences(count, examples);
    }

    private static void note(List<String> examples, String example) {
        if (examples.size() < EXAMPLES) {
            examples.add(example);
        }
    }

    public boolean none() {
        return count == 0;
    }
}
