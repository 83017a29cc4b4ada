package com.nexusai.systemtests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that does not fit in a head does more than one thing. */
class FileLengthTest {
    private static final int MOST_LINES = 300;
    private static final Path CHECKOUT = Path.of(System.getProperty("basedir", "."))
            .toAbsolutePath()
            .normalize()
            .getParent();

    @Test
    void shouldKeepEveryJavaFileShort() throws IOException {
        assertThat(sources(CHECKOUT)).as("Java files of the fleet").hasSizeGreaterThan(50);
        assertThat(tooLong(CHECKOUT))
                .as("files of more than %s lines", MOST_LINES)
                .isEmpty();
    }

    @Test
    void shouldFindAFileThatIsTooLong(@TempDir Path folder) throws IOException {
        var source = Files.createDirectories(folder.resolve("module/src/main/java"));
        Files.writeString(source.resolve("Long.java"), "\n".repeat(MOST_LINES + 1));
        Files.writeString(source.resolve("Short.java"), "\n".repeat(MOST_LINES));

        assertThat(tooLong(folder)).containsExactly("module/src/main/java/Long.java has 301 lines");
    }

    private static List<String> tooLong(Path root) throws IOException {
        return sources(root).stream()
                .filter(file -> lines(file) > MOST_LINES)
                .map(file -> root.relativize(file) + " has " + lines(file) + " lines")
                .toList();
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(FileLengthTest::javaFilesBelow)
                    .toList();
        }
    }

    private static Stream<Path> javaFilesBelow(Path folder) {
        try {
            return Files.walk(folder).filter(file -> file.toString().endsWith(".java"));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
