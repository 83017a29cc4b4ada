package com.nexusai.ingest.gate;

import com.nexusai.schema.rejection.Rejection;

/** What a producer is told of one of its events. */
public sealed interface Receipt {
    String eventId();

    record Accepted(String eventId) implements Receipt {}

    /** An event with this id and from this actor was in the same request already; the stream counts this one as a duplicate. */
    record Duplicate(String eventId) implements Receipt {}

    record Rejected(String eventId, Rejection rejection) implements Receipt {}
}
