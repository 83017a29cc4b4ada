package com.nexusai.systemtests.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a metric means, as a question over the raw rows: a file in {@code metrics/sql} for each metric. Its columns are
 * tenant, granularity, dimension and start, and whichever the metric has of count, sum, values and top.
 */
record MetricSql(String metric, String sql) {
    private static final Path FOLDER = Path.of("src", "test", "resources", "metrics");
    private static final String SUFFIX = ".sql";

    static List<MetricSql> all() {
        return files("sql").stream()
                .map(file -> new MetricSql(nameOf(file), text(file)))
                .toList();
    }

    static MetricSql of(String metric) {
        return new MetricSql(metric, text(FOLDER.resolve("sql").resolve(metric + SUFFIX)));
    }

    /** What all of them build on, in this order. */
    static List<String> base() {
        return files("base").stream()
                .flatMap(file -> List.of(text(file).split(";\n")).stream())
                .toList();
    }

    /** A question of another kind than those for cells, such as {@code profiles}. */
    static String named(String name) {
        return text(FOLDER.resolve(name + SUFFIX));
    }

    private static List<Path> files(String folder) {
        try (var files = Files.list(FOLDER.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String nameOf(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
