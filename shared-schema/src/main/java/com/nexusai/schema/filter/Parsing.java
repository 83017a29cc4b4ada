package com.nexusai.schema.filter;

/** What became of reading a text. */
public sealed interface Parsing<T> {
    record Parsed<T>(T value) implements Parsing<T> {}

    /**
     * @param offset where, in characters from 0, so that a caret can be drawn below it
     * @param message what was expected there
     */
    record Failed<T>(int offset, String message) implements Parsing<T> {}
}
