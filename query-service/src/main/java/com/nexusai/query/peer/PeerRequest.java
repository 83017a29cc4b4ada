package com.nexusai.query.peer;

import java.util.Map;

/**
 * A question as it goes to another instance.
 *
 * @param pathAndQuery as the caller sent it, still encoded
 * @param headers what the answer depends on: above all the caller's credential, which the peer checks itself
 */
public record PeerRequest(String pathAndQuery, Map<String, String> headers) {
    public PeerRequest {
        headers = Map.copyOf(headers);
    }
}
