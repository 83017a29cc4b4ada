package com.nexusai.schema.filter;

/** Leaves the recursive descent; never seen outside of the parser. */
final class SyntaxFault extends Exception {
    private final int offset;

    SyntaxFault(int offset, String message) {
        super(message, null, false, false);
        this.offset = offset;
    }

    <T> Parsing<T> failed() {
        return new Parsing.Failed<>(offset, String.valueOf(getMessage()));
    }
}
