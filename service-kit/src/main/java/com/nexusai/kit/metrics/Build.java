package com.nexusai.kit.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What was built: the fleet's modules share one version. */
public final class Build {
    private static final String VERSION = read();

    private Build() {}

    public static String version() {
        return VERSION;
    }

    private static String read() {
        var properties = new Properties();
        try (var in = Build.class.getResourceAsStream("/kit/build.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version", "unknown");
    }
}
