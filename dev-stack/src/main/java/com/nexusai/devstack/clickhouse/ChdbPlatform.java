package com.nexusai.devstack.clickhouse;

import com.nexusai.devstack.process.DevStackException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Which build of the ClickHouse library this machine needs, and where this kind of machine keeps caches. */
enum ChdbPlatform {
    LINUX_X64("@chdb/lib-linux-x64-gnu", "libchdb.so"),
    LINUX_ARM64("@chdb/lib-linux-arm64-gnu", "libchdb.so"),
    MACOS_X64("@chdb/lib-darwin-x64", "libchdb.dylib"),
    MACOS_ARM64("@chdb/lib-darwin-arm64", "libchdb.dylib");

    private final String npmPackage;
    private final String fileName;

    ChdbPlatform(String npmPackage, String fileName) {
        this.npmPackage = npmPackage;
        this.fileName = fileName;
    }

    String npmPackage() {
        return npmPackage;
    }

    String fileName() {
        return fileName;
    }

    static ChdbPlatform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static ChdbPlatform of(String os, String arch) {
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        boolean intel = arch.equals("amd64") || arch.equals("x86_64");
        String system = os.toLowerCase(Locale.ROOT);
        if (system.contains("linux") && (arm || intel)) {
            return arm ? LINUX_ARM64 : LINUX_X64;
        }
        if (system.contains("mac") && (arm || intel)) {
            return arm ? MACOS_ARM64 : MACOS_X64;
        }
        throw new DevStackException("There is no ClickHouse library for " + os + " on " + arch
                + ": set CLICKHOUSE_URL to a running server instead.");
    }

    Path cacheRoot(Map<String, String> environment) {
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        if (!xdg.isBlank()) {
            return Path.of(xdg);
        }
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        boolean mac = this == MACOS_X64 || this == MACOS_ARM64;
        return mac ? home.resolve("Library").resolve("Caches") : home.resolve(".cache");
    }
}
