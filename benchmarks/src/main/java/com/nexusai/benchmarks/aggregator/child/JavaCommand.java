package com.nexusai.benchmarks.aggregator.child;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM of the same release as this one. */
public record JavaCommand(String mainClass, String classPath, List<String> flags, List<String> arguments) {
    private static final List<String> ALWAYS =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    /** With the libraries of this process. */
    public static JavaCommand of(Class<?> main, List<String> flags, List<String> arguments) {
        return new JavaCommand(main.getName(), System.getProperty("java.class.path"), flags, arguments);
    }

    List<String> words() {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(ALWAYS);
        words.addAll(flags);
        words.add("-cp");
        words.add(classPath);
        words.add(mainClass);
        words.addAll(arguments);
        return words;
    }
}
