package com.nexusai.devstack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.devstack.process.DevStackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibChdbTest {
    @TempDir
    Path folder;

    @Test
    void shouldUseTheGivenLibraryWhenOneIsNamed() throws IOException {
        Path library = Files.createFile(folder.resolve("libchdb.so"));

        assertThat(new LibChdb(Map.of("CHDB_LIBRARY", library.toString())).locate())
                .isEqualTo(library);
    }

    @Test
    void shouldSaySoWhenTheNamedLibraryIsMissing() {
        assertThatThrownBy(() ->
                        new LibChdb(Map.of("CHDB_LIBRARY", folder.resolve("no").toString())).locate())
                .isInstanceOf(DevStackException.class)
                .hasMessageContaining("is not a file");
    }

    @Test
    void shouldUseTheCacheWhenTheLibraryIsThere() throws IOException {
        LibChdb lib = new LibChdb(Map.of("XDG_CACHE_HOME", folder.toString()), ChdbPlatform.LINUX_X64);
        Path cached = lib.cacheFolder().resolve(LibChdb.VERSION).resolve("libchdb.so");
        Files.createDirectories(cached.getParent());
        Files.createFile(cached);

        assertThat(lib.locate()).isEqualTo(cached);
    }

    @Test
    void shouldNameThreeWaysOutWhenThereIsNoNpm() {
        LibChdb lib = new LibChdb(
                Map.of("XDG_CACHE_HOME", folder.toString(), "PATH", folder.toString()), ChdbPlatform.LINUX_X64);

        assertThatThrownBy(lib::locate)
                .isInstanceOf(DevStackException.class)
                .hasMessageContainingAll("npm", "CHDB_LIBRARY", "CLICKHOUSE_URL");
    }

    @Test
    void shouldFetchOnceWithNpmWhenTheCacheIsEmpty() throws IOException {
        LibChdb lib = new LibChdb(
                Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString(), "PATH", npmThatWrites("libchdb.so")),
                ChdbPlatform.LINUX_X64);

        Path first = lib.locate();

        assertThat(first).hasContent("engine");
        assertThat(lib.locate()).isEqualTo(first);
        try (var left = Files.list(lib.cacheFolder())) {
            assertThat(left).hasSize(2); // the version and the lock
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenNpmFails() throws IOException {
        LibChdb lib = new LibChdb(
                Map.of(
                        "XDG_CACHE_HOME",
                        folder.resolve("cache").toString(),
                        "PATH",
                        npm("echo no such package; exit 1")),
                ChdbPlatform.LINUX_X64);

        assertThatThrownBy(lib::locate).hasMessageContainingAll("no such package", "CLICKHOUSE_URL");
        try (var left = Files.list(lib.cacheFolder())) {
            assertThat(left).hasSize(1); // the lock
        }
    }

    private String npmThatWrites(String file) throws IOException {
        // the folder comes after --prefix, the ninth argument
        return npm(
                "mkdir -p \"$9/node_modules/@chdb/lib-linux-x64-gnu\" && printf engine > \"$9/node_modules/@chdb/lib-linux-x64-gnu/"
                        + file + "\"");
    }

    private String npm(String script) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path npm = Files.writeString(bin.resolve("npm"), "#!/bin/sh\n" + script + "\n");
        assertThat(npm.toFile().setExecutable(true)).isTrue();
        return bin + ":/usr/bin:/bin";
    }
}
