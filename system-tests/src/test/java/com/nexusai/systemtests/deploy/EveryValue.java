package com.nexusai.systemtests.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Values that switch on all that a chart can do. */
final class EveryValue {
    private EveryValue() {}

    static String of(Deployable deployable) {
        return text("every-value.yaml")
                + (deployable.usesClickHouseAndRedis() ? text("every-value-of-readers-and-sinks.yaml") : "");
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(EveryValue.class.getResourceAsStream("/deploy/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
