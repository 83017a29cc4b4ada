package com.nexusai.ingest.gate;

/** More events than one request may carry. An expected failure. */
public final class TooManyEvents extends Exception {
    public TooManyEvents(int events, int most) {
        super(
                "the request has " + events + " events, at most " + most + " are accepted; send them in parts",
                null,
                false,
                false);
    }
}
