package com.nexusai.moderation.processor;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The header of a submit command by which the intake says that the content could not be read, and why. */
final class ContentProblem {
    static final String HEADER = "content-problem";

    private ContentProblem() {}

    /** Replaces whatever a producer may have written there. */
    static void write(Headers headers, @Nullable String problem) {
        headers.remove(HEADER);
        if (problem != null) {
            headers.add(HEADER, problem.getBytes(StandardCharsets.UTF_8));
        }
    }

    static @Nullable String read(Headers headers) {
        var header = headers.lastHeader(HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
