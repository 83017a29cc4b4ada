package com.nexusai.schema.dashboard;

import java.time.Instant;

/**
 * A link that reads one dashboard until it expires.
 *
 * @param sha256 of the secret in the link, in hex; the secret itself is kept nowhere
 */
public record Share(String id, String sha256, Instant createdAt, Instant expiresAt) {}
