package com.nexusai.systemtests.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Calls {@code ./fleet}, or a piece of it, as a person would, and tells what came of it. */
record FleetScript(Path folder) {
    static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();
    private static final long PATIENCE_SECONDS = 60;

    record Outcome(int code, String out, String err) {}

    Outcome call(String... words) throws IOException, InterruptedException {
        return run(Stream.concat(Stream.of("bash", CHECKOUT.resolve("fleet").toString()), Stream.of(words))
                .toList());
    }

    /** Runs lines of bash that may use the functions of some parts of the script. */
    Outcome callParts(List<String> parts, String lines) throws IOException, InterruptedException {
        var sources = parts.stream()
                .map(part -> ". '" + CHECKOUT.resolve("ops/fleet/" + part + ".sh") + "'\n")
                .reduce("", String::concat);
        return run(List.of("bash", "-c", "set -u\n" + sources + lines));
    }

    Outcome run(List<String> command) throws IOException, InterruptedException {
        var out = Files.createTempFile(folder, "out", ".txt");
        var err = Files.createTempFile(folder, "err", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeIf(name -> name.startsWith("KAFKA_") || name.endsWith("_URL"));
        var process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + PATIENCE_SECONDS + " s: " + command);
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
