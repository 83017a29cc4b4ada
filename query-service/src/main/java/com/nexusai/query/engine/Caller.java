package com.nexusai.query.engine;

import java.util.Map;

/**
 * Who asks.
 *
 * @param headers what goes along to a peer: above all the credential, which it checks itself
 * @param hopped whether the question comes from a peer, and so goes no further
 */
public record Caller(String tenantId, Map<String, String> headers, boolean hopped) {
    public Caller {
        headers = Map.copyOf(headers);
    }
}
