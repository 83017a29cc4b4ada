package com.nexusai.kit.config;

/** Signatures a JWT may have. Exactly one is accepted by a running service. */
public enum JwtAlgorithm {
    HS256,
    RS256,
    ES256
}
