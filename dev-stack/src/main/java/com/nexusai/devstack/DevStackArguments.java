package com.nexusai.devstack;

import com.nexusai.devstack.process.DevStackException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The command line of {@link DevStackMain}; each option can also be given as a variable. */
final class DevStackArguments {
    private static final String USAGE =
            "Usage: dev-stack [--data DIR] [--kafka-port N] [--redis-port N] [--clickhouse-port N]";
    private static final Map<String, String> VARIABLES = Map.of(
            "--data", "DEV_STACK_DATA",
            "--kafka-port", "DEV_STACK_KAFKA_PORT",
            "--redis-port", "DEV_STACK_REDIS_PORT",
            "--clickhouse-port", "DEV_STACK_CLICKHOUSE_PORT");

    private final Map<String, String> options;
    private final Map<String, String> environment;

    private DevStackArguments(Map<String, String> options, Map<String, String> environment) {
        this.options = options;
        this.environment = environment;
    }

    static DevStackConfig parse(String[] args, Map<String, String> environment) {
        return new DevStackArguments(optionsIn(args), environment).config();
    }

    private DevStackConfig config() {
        return DevStackConfig.in(folder())
                .port(Part.KAFKA, port("--kafka-port", 9092))
                .port(Part.REDIS, port("--redis-port", 6379))
                .port(Part.CLICKHOUSE, port("--clickhouse-port", 8123))
                .environment(environment, DevStackMode.EMBEDDED);
    }

    private static Map<String, String> optionsIn(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!VARIABLES.containsKey(args[i]) || i + 1 == args.length) {
                throw new DevStackException("Not understood: " + args[i] + ". " + USAGE);
            }
            options.put(args[i], args[i + 1]);
        }
        return options;
    }

    private Path folder() {
        String folder = option("--data");
        try {
            return Path.of(folder == null ? "dev-stack-data" : folder);
        } catch (InvalidPathException e) {
            throw new DevStackException("--data is no path: " + folder, e);
        }
    }

    private int port(String name, int fallback) {
        String value = option(name);
        try {
            return value == null ? fallback : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new DevStackException(name + " is '" + value + "', but must be a number.", e);
        }
    }

    private @Nullable String option(String name) {
        String given = options.get(name);
        return given != null ? given : environment.get(VARIABLES.get(name));
    }
}
