package com.nexusai.schema.moderation;

/** What is to be done, the mildest first. */
public enum ActionKind {
    NONE,
    CONTENT_DELETED,
    USER_WARNED,
    USER_SUSPENDED,
    USER_BANNED,
    /** beside all else, what the case holds is evidence and must not be deleted */
    REPORTED_TO_AUTHORITIES;

    /** Whether it concerns the user and not only the content. */
    public boolean isAgainstUser() {
        return this == USER_WARNED || this == USER_SUSPENDED || this == USER_BANNED;
    }
}
