package com.nexusai.kit.auth;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code command --option value …}, read strictly: a typo must not make a key that may too much. */
final class ToolArguments {
    private final String command;
    private final List<String> rest;

    ToolArguments(String... args) {
        if (args.length == 0) {
            throw new BadUsage("say what to do");
        }
        this.command = args[0];
        this.rest = new ArrayList<>(List.of(args).subList(1, args.length));
        if (rest.size() % 2 != 0) {
            throw new BadUsage("the option " + rest.getLast() + " has no value");
        }
    }

    String command() {
        return command;
    }

    String take(String option) {
        return find(option).orElseThrow(() -> new BadUsage("the option " + option + " is missing"));
    }

    Optional<String> find(String option) {
        var values = all(option);
        if (values.size() > 1) {
            throw new BadUsage("the option " + option + " is given more than once");
        }
        return values.stream().findFirst();
    }

    /** A whole number of 0 or more; null when it is not given. */
    @Nullable
    Long count(String option) {
        var text = find(option).orElse(null);
        if (text != null && !text.matches("\\d{1,9}")) {
            throw new BadUsage(option + " takes a whole number from 0 to 999999999");
        }
        return text == null ? null : Long.valueOf(text);
    }

    List<String> all(String option) {
        var values = new ArrayList<String>();
        for (var i = 0; i < rest.size(); ) {
            if (rest.get(i).equals(option)) {
                values.add(rest.get(i + 1));
                rest.subList(i, i + 2).clear();
            } else {
                i += 2;
            }
        }
        return values;
    }

    void nothingElse() {
        if (!rest.isEmpty()) {
            throw new BadUsage("the option " + rest.getFirst() + " is not known to " + command);
        }
    }

    static Set<Scope> scopes(String list) {
        var scopes = EnumSet.noneOf(Scope.class);
        for (var text : list.split(",", -1)) {
            scopes.add(Scope.parse(text)
                    .orElseThrow(() -> new BadUsage("'" + text
                            + "' is not a scope; there are ingest, backfill, read, edit, moderate, lead, admin")));
        }
        return scopes;
    }

    /** What was typed makes no sense. */
    static final class BadUsage extends RuntimeException {
        BadUsage(String message) {
            super(message);
        }
    }
}
