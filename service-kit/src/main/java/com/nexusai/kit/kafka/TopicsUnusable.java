package com.nexusai.kit.kafka;

import com.nexusai.kit.lifecycle.CannotStart;

/** A topic is missing or is not what the catalogue says. The message tells an operator what to do. */
public final class TopicsUnusable extends CannotStart {
    public TopicsUnusable(String message) {
        super(message);
    }

    public TopicsUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
