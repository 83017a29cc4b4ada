package com.nexusai.moderation.scoring.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What a figure must not fall below. */
record Floor(String name, double precision, double recall) {
    private static final String FILE = "/com/nexusai/moderation/scoring/evaluation/floors.tsv";

    static List<Floor> of(String set) {
        try (var in = Objects.requireNonNull(Floor.class.getResourceAsStream(FILE), FILE);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("\t", -1))
                    .filter(columns -> columns[0].equals(set))
                    .map(columns ->
                            new Floor(columns[1], Double.parseDouble(columns[2]), Double.parseDouble(columns[3])))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
