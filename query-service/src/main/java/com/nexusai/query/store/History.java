package com.nexusai.query.store;

import com.nexusai.query.domain.Breakdown;
import com.nexusai.query.domain.EventPage;
import com.nexusai.query.domain.EventQuestion;
import com.nexusai.query.domain.StoredEvent;
import java.time.Instant;
import java.util.Optional;

/** Single events, for as long as they are kept. */
public interface History {

    /**
     * A page of events: as many as asked for, or fewer when they are large.
     *
     * @param after the last event of the page before
     * @throws SourceAway if history cannot be asked now
     */
    EventPage events(EventQuestion question, Optional<StoredEvent.Position> after, int limit);

    /**
     * Exact counts for each type.
     *
     * @throws SourceAway if history cannot be asked now
     */
    Breakdown counts(EventQuestion question);

    /** When the newest stored event of the last day was received; empty if there is none. */
    Optional<Instant> newest(String tenantId, Instant now);
}
