package com.nexusai.ingest.domain;

import com.nexusai.schema.event.Event;
import com.nexusai.schema.rejection.Rejection;

/** What became of an event at the door. */
public sealed interface Verdict {

    record Accepted(Event event) implements Verdict {}

    /** Tenant and event id are the producer's where they could be read, so that it can find its event again. */
    record Rejected(String tenantId, String eventId, Rejection rejection) implements Verdict {}
}
