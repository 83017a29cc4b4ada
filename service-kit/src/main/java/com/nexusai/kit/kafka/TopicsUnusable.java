package com.nexusai.kit.kafka;

/** A topic is missing or is not what the catalogue says. The message tells an operator what to do. */
public final class TopicsUnusable extends RuntimeException {
    public TopicsUnusable(String message) {
        super(message);
    }

    public TopicsUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
