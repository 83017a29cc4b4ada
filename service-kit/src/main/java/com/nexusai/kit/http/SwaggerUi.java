package com.nexusai.kit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Where the files of swagger-ui are on the class path. */
final class SwaggerUi {
    private static final String POM = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String FOLDER = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";

    private SwaggerUi() {}

    static String resource(String file) {
        return FOLDER + file;
    }

    private static String version() {
        var properties = new Properties();
        try (var in = SwaggerUi.class.getResourceAsStream(POM)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version", "unknown");
    }
}
