package com.nexusai.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Starts once in a JVM, in a folder of its own that goes away with the JVM. */
final class SharedDevStack {
    private static final class Holder {
        private static final DevStack STACK = start();
    }

    private SharedDevStack() {}

    static DevStack get() {
        return Holder.STACK;
    }

    private static DevStack start() {
        try {
            Path folder = Files.createTempDirectory("dev-stack-");
            DevStack stack = DevStack.start(DevStackConfig.in(folder).environment(System.getenv(), DevStackMode.AUTO));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stack.close();
                delete(folder);
            }));
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Best effort: a temporary folder that stays behind does no harm. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Left behind: " + folder + " (" + e.getMessage() + ")");
        }
    }
}
