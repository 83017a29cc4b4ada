package com.nexusai.devstack.process;

/** Why the stack cannot start, in one sentence that says what to do. */
public final class DevStackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DevStackException(String sentence) {
        super(sentence);
    }

    public DevStackException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
