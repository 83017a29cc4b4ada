package com.nexusai.schema.moderation;

/** What a moderator may do; each may what those before it may. */
public enum ModeratorRole {
    MODERATOR,
    /** decides escalated cases and hands cases to others */
    LEAD,
    ADMIN
}
