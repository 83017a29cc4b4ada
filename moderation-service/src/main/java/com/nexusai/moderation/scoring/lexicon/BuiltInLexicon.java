package com.nexusai.moderation.scoring.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The lexicon among the resources, a file for each language. */
final class BuiltInLexicon {
    static final List<String> LANGUAGES = List.of("en", "fr", "de", "es", "it", "pt", "ar");

    private static final String NAME = "lexicon-2";

    private BuiltInLexicon() {}

    static Lexicon load() {
        var lines = LANGUAGES.stream().flatMap(BuiltInLexicon::lines).toList();
        return Lexicon.parse(NAME, lines);
    }

    private static Stream<String> lines(String language) {
        var file = NAME + "/" + language + ".tsv";
        try (var in = Objects.requireNonNull(BuiltInLexicon.class.getResourceAsStream(file), file);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
