package com.nexusai.query.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param headers what goes along to a peer: above all the credential, which it checks itself
 * @param hopped whether the question comes from a peer, and so goes no further
 * @param link the path of a widget that was shared, for who has no credential but its link; else null
 */
public record Caller(
        String tenantId,
        Map<String, String> headers,
        boolean hopped,
        @Nullable String link) {
    public Caller {
        headers = Map.copyOf(headers);
    }

    public Caller(String tenantId, Map<String, String> headers, boolean hopped) {
        this(tenantId, headers, hopped, null);
    }
}
