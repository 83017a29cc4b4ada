package com.nexusai.devstack.tool;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for: a topic or none, how many of its last records, and whether to go on with what arrives. */
record TailOptions(@Nullable String topic, int records, boolean follow) {
    private static final int USUAL = 10;
    private static final int MOST = 100_000;

    static TailOptions parse(String... args) {
        String topic = null;
        int records = USUAL;
        boolean follow = false;
        for (var words = List.of(args).iterator(); words.hasNext(); ) {
            var word = words.next();
            switch (word) {
                case "-f", "--follow" -> follow = true;
                case "-n" -> records = number(words);
                default -> {
                    if (word.startsWith("-") || topic != null) {
                        throw misunderstood(word);
                    }
                    topic = word;
                }
            }
        }
        if (topic == null && (follow || records != USUAL)) {
            throw new IllegalArgumentException("-n and -f need the name of a topic; see ./fleet help topics.");
        }
        return new TailOptions(topic, records, follow);
    }

    private static int number(Iterator<String> words) {
        var digits = words.hasNext() ? words.next() : "";
        if (!digits.matches("\\d{1,6}") || Integer.parseInt(digits) > MOST) {
            throw new IllegalArgumentException("-n takes a number from 0 to " + MOST + ", not '" + digits + "'.");
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException misunderstood(String word) {
        return new IllegalArgumentException(
                "'" + word + "' is not understood by ./fleet topics; see ./fleet help topics.");
    }
}
