package com.nexusai.schema.moderation;

/** Where a case stands. */
public enum CaseState {
    /** waits for a person */
    PENDING,
    APPROVED,
    REJECTED
}
