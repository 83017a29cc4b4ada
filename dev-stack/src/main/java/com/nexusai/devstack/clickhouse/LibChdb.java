package com.nexusai.devstack.clickhouse;

import com.nexusai.devstack.process.DevStackException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Finds the ClickHouse library: where {@code CHDB_LIBRARY} says, else in the cache folder of the user, else it is fetched
 * there once through the npm client.
 */
public final class LibChdb {
    static final String VERSION = "26.7.3-stable.1";

    private final Map<String, String> environment;
    private final ChdbPlatform platform;

    public LibChdb(Map<String, String> environment) {
        this(environment, ChdbPlatform.current());
    }

    LibChdb(Map<String, String> environment, ChdbPlatform platform) {
        this.environment = environment;
        this.platform = platform;
    }

    public Path locate() {
        String given = environment.getOrDefault("CHDB_LIBRARY", "");
        if (!given.isBlank()) {
            return existing(Path.of(given));
        }
        Path cached = cacheFolder().resolve(VERSION).resolve(platform.fileName());
        if (!Files.isRegularFile(cached)) {
            new ChdbFetch(environment, platform, cacheFolder()).fetchTo(cached);
        }
        return cached;
    }

    Path cacheFolder() {
        return platform.cacheRoot(environment).resolve("nexusai-analytics").resolve("chdb");
    }

    private static Path existing(Path library) {
        if (!Files.isRegularFile(library)) {
            throw new DevStackException("CHDB_LIBRARY names " + library + ", which is not a file.");
        }
        return library;
    }
}
