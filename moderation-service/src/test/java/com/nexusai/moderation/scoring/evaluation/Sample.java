package com.nexusai.moderation.scoring.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A text with what a person says of it.
 *
 * @param category its fault, or {@code none}
 * @param manner how it is written, such as {@code leet}
 */
record Sample(String language, String category, String manner, String text) {
    private static final String INNOCENT = "none";
    private static final Pattern UNSEEN = Pattern.compile("\\\\u([0-9a-f]{4})");

    static List<Sample> load(String set) {
        var file = "/com/nexusai/moderation/scoring/evaluation/" + set + ".tsv";
        try (var in = Objects.requireNonNull(Sample.class.getResourceAsStream(file), file);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Sample::parse)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Sample parse(String line) {
        var columns = line.split("\t", -1);
        var text = UNSEEN.matcher(columns[3])
                .replaceAll(hidden -> Character.toString(Integer.parseInt(hidden.group(1), 16)));
        return new Sample(columns[0], columns[1], columns[2], text);
    }

    boolean innocent() {
        return category.equals(INNOCENT);
    }
}
