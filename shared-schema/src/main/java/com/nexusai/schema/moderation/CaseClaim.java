package com.nexusai.schema.moderation;

import java.time.Instant;

/**
 * Who is reviewing a case.
 *
 * @param until from then on it is as if the case had not been claimed
 * @param from the state to which it returns
 */
public record CaseClaim(String by, Instant since, Instant until, CaseState from) {}
