package com.nexusai.schema.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done after a decision.
 *
 * @param until the end of a suspension that the moderator named
 */
public record Action(ActionKind kind, @Nullable Instant until) {
    public static final Action NONE = new Action(ActionKind.NONE, null);
    public static final Action CONTENT_DELETED = new Action(ActionKind.CONTENT_DELETED, null);
}
