package com.nexusai.schema.moderation;

/**
 * What rules that are only tried out would have decided.
 *
 * @param policy name and version of those rules
 */
public record ShadowDecision(String policy, Outcome decision) {}
