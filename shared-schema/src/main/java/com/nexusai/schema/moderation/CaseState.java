package com.nexusai.schema.moderation;

/** Where a case stands. */
public enum CaseState {
    /** waits for a person */
    PENDING,
    /** a moderator has claimed it, until the claim runs out */
    IN_REVIEW,
    APPROVED,
    REJECTED,
    /** waits for a lead */
    ESCALATED,
    /** rejected, and waits for somebody who looks at it again */
    APPEALED,
    /** rejected, also after the appeal */
    UPHELD,
    /** rejected first, and approved after the appeal */
    OVERTURNED,
    /** nobody decided in time */
    EXPIRED
}
