package com.nexusai.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON Schemas of what travels on the topics, by name. */
public final class Schemas {
    /** A class path cannot be listed, so the names stand here; a test keeps them true to the folder. */
    private static final List<String> NAMES = List.of(
            "api-key",
            "audit-entry",
            "cell",
            "command-outcome",
            "dashboard",
            "decision",
            "delivery",
            "event",
            "hash-bank",
            "metric-definition",
            "moderation-case",
            "moderation-command",
            "moderation-policy",
            "provider-question",
            "tenant-lexicon",
            "tenant-settings",
            "tracking-plan",
            "user-event",
            "user-profile",
            "user-session",
            "user-standing",
            "validated-event",
            "webhook");

    private Schemas() {}

    /** All names, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    /** The schema as JSON text; null where there is none of that name. */
    public static @Nullable String json(String name) {
        // only known names are looked up: the name may come from a URL
        return NAMES.contains(name) ? read("/schemas/" + name + ".json") : null;
    }

    private static String read(String resource) {
        try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the schema " + resource + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot read the schema " + resource, problem);
        }
    }
}
