package com.nexusai.schema.metric;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a definition.
 *
 * @param field as in JSON, such as {@code measure.steps[1]}
 * @param sentence for a person
 * @param offset where in the field's text, counted in characters from 0, if that is known
 */
public record Fault(String field, String sentence, @Nullable Integer offset) {
    public Fault(String field, String sentence) {
        this(field, sentence, null);
    }
}
