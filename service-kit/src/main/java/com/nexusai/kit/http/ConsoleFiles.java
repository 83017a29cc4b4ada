package com.nexusai.kit.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A console's files as they lie on the class path: the kit's, the service's own, and those of libraries. */
final class ConsoleFiles {
    /** One file as it is sent. */
    static final class ConsoleFile {
        private final String type;
        private final byte[] bytes;

        private ConsoleFile(String type, byte[] bytes) {
            this.type = type;
            this.bytes = bytes;
        }

        String type() {
            return type;
        }

        byte[] bytes() {
            return bytes;
        }

        /** Changes with the content, so that a browser asks again and is seldom sent anything. */
        String etag() {
            return '"' + digest(bytes) + '"';
        }
    }

    private static final Pattern NAME = Pattern.compile("(?:[a-z][a-z-]*/){0,3}[a-z][a-z-]*\\.(?:html|css|js|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private final Map<String, ConsoleFile> read = new ConcurrentHashMap<>();
    private final Map<String, String> library;

    /** @param library the resource behind each name that is not in the folder {@code console} */
    ConsoleFiles(Map<String, String> library) {
        this.library = Map.copyOf(library);
    }

    Optional<ConsoleFile> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        var known = read.get(name);
        if (known == null) {
            known = load(name);
            if (known != null) {
                read.put(name, known);
            }
        }
        return Optional.ofNullable(known);
    }

    private @Nullable ConsoleFile load(String name) {
        var bytes = bytes(library.getOrDefault(name, "console/" + name));
        if (bytes == null) {
            return null;
        }
        var type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return new ConsoleFile(type, bytes);
    }

    private static byte @Nullable [] bytes(String resource) {
        try (var file = ConsoleFiles.class.getClassLoader().getResourceAsStream(resource)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
