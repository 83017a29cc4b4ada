package com.nexusai.schema.moderation;

import java.time.Instant;
import java.util.List;

/**
 * What a case waits for that others are asked about.
 *
 * @param order the providers, in the order in which they are asked
 * @param until when the waiting ends, and the local scorer decides
 */
public record CaseQuestion(String questionId, List<String> order, Instant until) {
    public CaseQuestion {
        order = List.copyOf(order);
    }
}
