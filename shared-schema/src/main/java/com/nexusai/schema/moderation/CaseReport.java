package com.nexusai.schema.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a user has reported content.
 *
 * @param weight 1 for an ordinary reporter, less for one whose reports were found false
 */
public record CaseReport(String by, @Nullable String category, double weight, Instant at) {}
