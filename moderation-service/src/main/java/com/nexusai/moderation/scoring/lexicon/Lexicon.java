package com.nexusai.moderation.scoring.lexicon;

import com.nexusai.moderation.domain.Category;
import com.nexusai.moderation.scoring.lexicon.Meaning.Fault;
import com.nexusai.moderation.scoring.lexicon.Meaning.Marker;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Phrases with what they mean, from tab-separated lines: category, severity, language, phrases between semicolons. In
 * place of a category may stand a {@linkplain Marker marker}, whose severity is a dash; a language with an exclamation
 * mark is meant strictly. Lines that begin with {@code #} are for people.
 *
 * @param name name and version, as reasons quote it
 */
public record Lexicon(String name, List<LexiconEntry> entries) {
    private static final int COLUMNS = 4;

    public Lexicon {
        entries = List.copyOf(entries);
    }

    /** The one that comes with the service. */
    public static Lexicon builtIn() {
        return BuiltInLexicon.load();
    }

    /** @throws IllegalArgumentException naming the line that is wrong */
    public static Lexicon parse(String name, List<String> lines) {
        var entries = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .flatMap(line -> entries(name, line))
                .toList();
        return new Lexicon(name, entries);
    }

    private static Stream<LexiconEntry> entries(String name, String line) {
        var columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException(
                    name + ": a line has category, severity, language and phrases, not: " + line);
        }
        try {
            var meaning = meaning(columns[0], columns[1]);
            boolean strict = columns[2].endsWith("!");
            var language = strict ? columns[2].substring(0, columns[2].length() - 1) : columns[2];
            return Arrays.stream(columns[3].split(";", -1))
                    .flatMap(template -> Template.phrases(template).stream())
                    .map(phrase -> new LexiconEntry(meaning, language, strict, phrase))
                    .toList()
                    .stream();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(name + ": " + wrong.getMessage() + ", in: " + line, wrong);
        }
    }

    private static Meaning meaning(String name, String severity) {
        for (var marker : Marker.values()) {
            if (marker.name().toLowerCase(Locale.ROOT).equals(name)) {
                return marker;
            }
        }
        return new Fault(Category.of(name), Double.parseDouble(severity));
    }
}
