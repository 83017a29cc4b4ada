package com.nexusai.query.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.aggregate.Granularity;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The query parameters of a request. Whatever is unknown, repeated or of the wrong form is a problem with its field. */
final class Parameters {
    private static final int MAX_LENGTH = 2_000;

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /** @throws Problem if the request has a parameter that is not among the known */
    static Parameters of(Context ctx, String... known) {
        var allowed = List.of(known);
        var values = new HashMap<String, String>();
        ctx.queryParamMap().forEach((name, given) -> {
            if (!allowed.contains(name)) {
                throw Problem.invalid(name, "There is no parameter '" + name + "' here; " + those(allowed));
            }
            values.put(name, single(name, given));
        });
        return new Parameters(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    int integer(String name, int fallback, int min, int max) {
        var text = values.get(name);
        if (text == null) {
            return fallback;
        }
        if (text.matches("-?\\d{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw Problem.invalid(name, "'" + text + "' is not a whole number from " + min + " to " + max + ".");
    }

    boolean flag(String name, boolean fallback) {
        var text = values.getOrDefault(name, Boolean.toString(fallback));
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.invalid(name, "'" + text + "' is neither true nor false.");
        };
    }

    Granularity granularity(Granularity fallback) {
        try {
            return text("granularity").map(Granularity::of).orElse(fallback);
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("granularity", unknown.getMessage() + ".");
        }
    }

    Optional<Instant> time(String name) {
        return text(name).map(text -> Times.parse(name, text));
    }

    private static String single(String name, List<String> given) {
        if (given.size() != 1) {
            throw Problem.invalid(name, "The parameter '" + name + "' is given " + given.size() + " times.");
        }
        var value = given.getFirst();
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw Problem.invalid(name, "The parameter '" + name + "' must have 1 to " + MAX_LENGTH + " characters.");
        }
        return value;
    }

    private static String those(List<String> allowed) {
        return allowed.isEmpty() ? "there are none." : "allowed: " + String.join(", ", allowed) + ".";
    }
}
