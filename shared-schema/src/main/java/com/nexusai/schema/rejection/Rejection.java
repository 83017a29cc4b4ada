package com.nexusai.schema.rejection;

import org.jspecify.annotations.Nullable;

/**
 * Why a record was refused.
 *
 * @param field the field at fault, null where the record as a whole is
 * @param detail what is wrong, in words that help to mend it
 */
public record Rejection(RejectionCode code, @Nullable String field, String detail) {}
