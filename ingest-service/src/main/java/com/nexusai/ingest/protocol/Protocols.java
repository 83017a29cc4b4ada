package com.nexusai.ingest.protocol;

import java.util.List;

/** The protocols that are spoken here, a line each. Where two share a path, the first that knows a request takes it. */
public final class Protocols {
    private Protocols() {}

    public static List<Protocol> all() {
        return List.of(
                new RudderStackProtocol(),
                new SegmentProtocol(),
                new PostHogProtocol(),
                new SnowplowProtocol(),
                new CloudEventsProtocol());
    }
}
