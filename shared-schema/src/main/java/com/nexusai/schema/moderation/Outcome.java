package com.nexusai.schema.moderation;

/** What was decided. */
public enum Outcome {
    APPROVED,
    REVIEW,
    REJECTED
}
