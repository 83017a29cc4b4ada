package com.nexusai.ingest.gate;

import java.util.List;

/**
 * A body cut into its events.
 *
 * @param bare whether it was one event and nothing around it, so that the answer to the request is the answer to the event
 */
public record Cut(List<byte[]> events, boolean bare) {}
