package com.nexusai.kit.lifecycle;

import org.jspecify.annotations.Nullable;

/** A start that failed for a reason outside of the code: the message says all that an operator needs. */
public class CannotStart extends RuntimeException {
    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
