package com.nexusai.schema.moderation;

import java.time.Instant;

/**
 * How content came to be decided.
 *
 * @param contentAt when it came for the first time
 * @param reports how many users had reported it since the last decision
 */
public record DecisionOrigin(Instant contentAt, int reports) {}
