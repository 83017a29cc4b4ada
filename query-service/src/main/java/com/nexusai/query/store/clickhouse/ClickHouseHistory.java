package com.nexusai.query.store.clickhouse;

import com.nexusai.query.domain.Breakdown;
import com.nexusai.query.domain.EventPage;
import com.nexusai.query.domain.EventQuestion;
import com.nexusai.query.domain.StoredEvent;
import com.nexusai.query.store.History;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;

/** History in ClickHouse, through its own client. */
public final class ClickHouseHistory implements History {
    private static final long PAGE_BYTES = 4_000_000;

    private final ClickHouseLink link;

    public ClickHouseHistory(ClickHouseLink link) {
        this.link = link;
    }

    @Override
    @SuppressWarnings("try") // the client declares close() with any exception; it does not wait in it
    public EventPage events(EventQuestion question, Optional<StoredEvent.Position> after, int limit) {
        // one more than asked for tells whether there is another page
        var query = EventQueries.page(question, after, limit + 1);
        // row by row: a page of large events is full long before all its rows would fit into memory
        try (var response = link.client
                        .query(query.text(), query.parameters(), link.settings())
                        .join();
                var rows = link.client.newBinaryFormatReader(response)) {
            return EventPage.fill(new EventRows(rows), limit, PAGE_BYTES);
        } catch (Exception failure) {
            throw ClickHouseLink.away(failure);
        }
    }

    @Override
    public Breakdown counts(EventQuestion question) {
        var counts = new HashMap<String, Long>();
        link.ask(EventQueries.counts(question))
                .forEach(row -> counts.put(row.getString("type"), row.getLong("events")));
        return new Breakdown(counts);
    }

    @Override
    public Optional<Instant> newest(String tenantId, Instant now) {
        return link.ask(EventQueries.newest(tenantId, now)).stream()
                .findFirst()
                .map(row -> Instant.ofEpochMilli(row.getLong("received_millis")));
    }
}
