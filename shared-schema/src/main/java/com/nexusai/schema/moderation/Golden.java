package com.nexusai.schema.moderation;

import org.jspecify.annotations.Nullable;

/**
 * What the right answer to a case is that was made to measure moderators. Such a case has no effects.
 *
 * @param category what it is at fault for, where it should be rejected
 */
public record Golden(Outcome answer, @Nullable String category) {}
