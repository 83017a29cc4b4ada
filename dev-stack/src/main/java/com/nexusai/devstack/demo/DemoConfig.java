package com.nexusai.devstack.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where to send, as whom, and how much.
 *
 * @param historyDays how many days before today are made up first, 0 for none
 * @param backfillKey with which events of any age may be sent
 */
record DemoConfig(URI ingest, String key, int rate, int people, long seed, int historyDays, String backfillKey) {
    private static final int LONGEST_HISTORY_DAYS = 60;

    private static final String USAGE =
            "Usage: DemoTraffic [--rate EVENTS_PER_SECOND] [--people N] [--seed N] [--history-days N],"
                    + " with INGEST_URL, INGEST_KEY and for a history BACKFILL_KEY in the environment.";

    DemoConfig {
        if (rate < 1 || rate > 10_000) {
            throw new IllegalArgumentException("--rate must be 1 to 10000. " + USAGE);
        }
        if (people < 1) {
            throw new IllegalArgumentException("--people must be at least 1. " + USAGE);
        }
        if (historyDays < 0 || historyDays > LONGEST_HISTORY_DAYS) {
            throw new IllegalArgumentException("--history-days must be 0 to " + LONGEST_HISTORY_DAYS + ". " + USAGE);
        }
        if (historyDays > 0 && backfillKey.isBlank()) {
            throw new IllegalArgumentException("BACKFILL_KEY is not set. " + USAGE);
        }
    }

    static DemoConfig parse(String[] args, Map<String, String> environment) {
        Map<String, String> options =
                new HashMap<>(Map.of("--rate", "8", "--people", "600", "--seed", freshSeed(), "--history-days", "0"));
        for (int i = 0; i < args.length; i += 2) {
            if (!options.containsKey(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException("Not understood: " + args[i] + ". " + USAGE);
            }
            options.put(args[i], args[i + 1]);
        }
        String key = environment.getOrDefault("INGEST_KEY", "");
        if (key.isBlank()) {
            throw new IllegalArgumentException("INGEST_KEY is not set. " + USAGE);
        }
        return new DemoConfig(
                URI.create(environment.getOrDefault("INGEST_URL", "http://localhost:8081")),
                key,
                number(options, "--rate"),
                number(options, "--people"),
                number(options, "--seed"),
                number(options, "--history-days"),
                environment.getOrDefault("BACKFILL_KEY", ""));
    }

    /** Another one at each start: the same seed gives the same event ids, which a second time are duplicates. */
    private static String freshSeed() {
        return Integer.toString(ThreadLocalRandom.current().nextInt());
    }

    private static int number(Map<String, String> options, String name) {
        String value = options.getOrDefault(name, "");
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is '" + value + "', but must be a number. " + USAGE, e);
        }
    }

    @Override
    public String toString() {
        return "DemoConfig[" + ingest + ", " + rate + "/s]";
    }
}
