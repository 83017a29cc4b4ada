package com.nexusai.kit.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Environment variables, typed. A getter never throws: it notes the fault and returns the fallback, so that parsing
 * goes on and {@link #check()} can report every fault at once. An empty variable counts as not set.
 */
public final class Env {
    private final Map<String, String> variables;
    private final Map<String, String> asked = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    private Env(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    public static Env of(Map<String, String> variables) {
        return new Env(variables);
    }

    public static Env ofProcess() {
        return new Env(System.getenv());
    }

    public String text(String name, String fallback) {
        var value = ask(name, fallback);
        return value == null ? fallback : value;
    }

    public @Nullable String optional(String name) {
        return ask(name, "");
    }

    /** Like {@link #optional}; the name says that no message may show the value. */
    public @Nullable String secret(String name) {
        return ask(name, "");
    }

    /** Text of a closed form, for example what may be in a Kafka client id. */
    public String matching(String name, String fallback, String pattern, String allowed) {
        var value = ask(name, fallback);
        if (value == null || value.matches(pattern)) {
            return value == null ? fallback : value;
        }
        return fault(name, value, allowed, fallback);
    }

    public int integer(String name, int fallback, int min, int max) {
        return (int) number(name, fallback, min, max);
    }

    public long number(String name, long fallback, long min, long max) {
        return number(name, fallback, min, max, "a whole number from " + min + " to " + max);
    }

    public Duration millis(String name, Duration fallback, Duration min, Duration max) {
        var allowed = "milliseconds from " + min.toMillis() + " to " + max.toMillis();
        return Duration.ofMillis(number(name, fallback.toMillis(), min.toMillis(), max.toMillis(), allowed));
    }

    public boolean flag(String name, boolean fallback) {
        var value = ask(name, Boolean.toString(fallback));
        return switch (value == null ? "" : value.toLowerCase(Locale.ROOT)) {
            case "" -> fallback;
            case "true" -> true;
            case "false" -> false;
            default -> fault(name, value, "true or false", fallback);
        };
    }

    public <E extends Enum<E>> E choice(String name, Class<E> choices, E fallback) {
        var value = ask(name, fallback.name());
        if (value == null) {
            return fallback;
        }
        for (var choice : choices.getEnumConstants()) {
            if (choice.name().equalsIgnoreCase(value)) {
                return choice;
            }
        }
        var allowed = Arrays.stream(choices.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        return fault(name, value, "one of " + allowed, fallback);
    }

    public URI uri(String name, String fallback) {
        var value = optionalUri(name, fallback);
        return value == null ? URI.create(fallback) : value;
    }

    public @Nullable URI optionalUri(String name) {
        return optionalUri(name, "");
    }

    /** For what no single getter sees: two settings that exclude each other, a file that is not there. */
    public void fault(String name, String what) {
        faults.add(name + ": " + what);
    }

    /** @throws ConfigurationException naming all faults, one a line */
    public void check() {
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
    }

    /** Every name that was asked for, with its fallback as text: what a configuration table has to list. */
    public Map<String, String> asked() {
        return Map.copyOf(asked);
    }

    private @Nullable String ask(String name, String fallback) {
        asked.put(name, fallback);
        var value = variables.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private long number(String name, long fallback, long min, long max, String allowed) {
        var value = ask(name, Long.toString(fallback));
        if (value == null) {
            return fallback;
        }
        try {
            var number = Long.parseLong(value);
            return number >= min && number <= max ? number : fault(name, value, allowed, fallback);
        } catch (NumberFormatException notANumber) {
            return fault(name, value, allowed, fallback);
        }
    }

    private @Nullable URI optionalUri(String name, String fallback) {
        var value = ask(name, fallback);
        if (value == null) {
            return null;
        }
        try {
            var uri = URI.create(value);
            if (uri.getScheme() != null && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException notAUri) {
            // reported below, like one without scheme or host
        }
        // An address may carry a password, so it is not repeated.
        faults.add(name + ": is not an address; allowed: scheme://host[:port][/path]");
        return null;
    }

    private <T> T fault(String name, @Nullable String value, String allowed, T fallback) {
        faults.add(name + ": \"" + value + "\" is not allowed; allowed: " + allowed);
        return fallback;
    }
}
