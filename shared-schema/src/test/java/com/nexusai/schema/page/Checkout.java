package com.nexusai.schema.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of the project are while its tests run. */
public final class Checkout {
    public static final Path MODULE =
            Path.of(System.getProperty("basedir", ".")).toAbsolutePath();
    public static final Path DOCS = MODULE.resolveSibling("docs");

    private Checkout() {}

    static String page(String name) {
        try {
            return Files.readString(DOCS.resolve(name));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
