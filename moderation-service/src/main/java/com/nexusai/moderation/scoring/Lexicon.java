package com.nexusai.moderation.scoring;

import com.nexusai.moderation.domain.Category;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Phrases with what they weigh, from a file of tab-separated lines: category, severity, language, phrase. Lines that
 * begin with {@code #} are for people.
 *
 * @param name name and version, as reasons quote it
 */
record Lexicon(String name, List<LexiconEntry> entries) {
    Lexicon {
        entries = List.copyOf(entries);
    }

    /** The one that comes with the service. */
    static Lexicon builtIn() {
        return load("lexicon-1");
    }

    private static Lexicon load(String name) {
        var file = name + ".tsv";
        try (var in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(file), file);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parse(name, lines.lines().toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Lexicon parse(String name, List<String> lines) {
        var entries = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> entry(name, line))
                .toList();
        return new Lexicon(name, entries);
    }

    private static LexiconEntry entry(String name, String line) {
        var columns = line.split("\t", -1);
        if (columns.length != 4) {
            throw new IllegalArgumentException(
                    name + ": a line has category, severity, language and phrase, not: " + line);
        }
        try {
            return new LexiconEntry(
                    Category.of(columns[0]), Double.parseDouble(columns[1]), columns[2], columns[3].strip());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(name + ": " + wrong.getMessage() + ", in: " + line, wrong);
        }
    }
}
