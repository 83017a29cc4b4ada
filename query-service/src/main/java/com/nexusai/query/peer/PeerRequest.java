package com.nexusai.query.peer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question as it goes to another instance.
 *
 * @param pathAndQuery as the caller sent it, still encoded
 * @param headers what the answer depends on: above all the caller's credential, which the peer checks itself
 * @param json what is posted; null for a GET
 */
public record PeerRequest(
        String pathAndQuery,
        Map<String, String> headers,
        @Nullable String json) {
    public PeerRequest {
        headers = Map.copyOf(headers);
    }

    public static PeerRequest get(String pathAndQuery, Map<String, String> headers) {
        return new PeerRequest(pathAndQuery, headers, null);
    }

    public static PeerRequest post(String path, Map<String, String> headers, String json) {
        return new PeerRequest(path, headers, json);
    }
}
