package com.nexusai.benchmarks.aggregator.child;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a contender is told on its command line; the same for all.
 *
 * @param id group, prefix of internal topics and of transactional ids: a new one for each run
 * @param folder for its state, empty
 * @param commitMillis how often it commits or takes a checkpoint
 * @param cacheBytes record cache of the DSL; the others have nothing to do with it
 */
public record RunSettings(
        String bootstrapServers, String id, Path folder, long commitMillis, int threads, long cacheBytes) {

    public List<String> arguments() {
        return List.of(
                "bootstrap=" + bootstrapServers,
                "id=" + id,
                "folder=" + folder,
                "commit=" + commitMillis,
                "threads=" + threads,
                "cache=" + cacheBytes);
    }

    public static RunSettings parse(String[] arguments) {
        var given = new HashMap<String, String>();
        for (var argument : arguments) {
            int equals = argument.indexOf('=');
            given.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        return new RunSettings(
                text(given, "bootstrap"),
                text(given, "id"),
                Path.of(text(given, "folder")),
                Long.parseLong(text(given, "commit")),
                Integer.parseInt(text(given, "threads")),
                Long.parseLong(text(given, "cache")));
    }

    private static String text(Map<String, String> given, String name) {
        return Objects.requireNonNull(given.get(name), name);
    }
}
