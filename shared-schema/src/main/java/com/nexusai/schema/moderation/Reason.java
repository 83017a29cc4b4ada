package com.nexusai.schema.moderation;

import org.jspecify.annotations.Nullable;

/**
 * One thing that weighed in a decision, in words.
 *
 * @param rule which rule found it
 * @param category what it speaks for, such as {@code harassment}
 * @param weight how much it took from the confidence, 0 to 1
 * @param explanation one sentence for a person
 * @param span the part of the text, if it is one
 */
public record Reason(
        String rule,
        String category,
        double weight,
        String explanation,
        @Nullable Span span) {

    /** Characters {@code from} (inclusive) to {@code to} (exclusive) of the text as it was submitted. */
    public record Span(int from, int to) {}
}
