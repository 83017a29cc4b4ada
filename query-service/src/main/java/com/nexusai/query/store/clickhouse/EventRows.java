package com.nexusai.query.store.clickhouse;

import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.nexusai.query.domain.StoredEvent;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The rows of {@link EventQueries#page}, each read from the connection when it is asked for. */
final class EventRows implements Iterator<StoredEvent> {
    private final ClickHouseBinaryFormatReader rows;

    EventRows(ClickHouseBinaryFormatReader rows) {
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public StoredEvent next() {
        if (rows.next() == null) {
            throw new NoSuchElementException();
        }
        return new StoredEvent(
                rows.getString("event_id"),
                rows.getString("type"),
                absent(rows.getString("user_id")),
                absent(rows.getString("anonymous_id")),
                absent(rows.getString("session_id")),
                rows.getString("actor"),
                Instant.ofEpochMilli(rows.getLong("timestamp_millis")),
                Instant.ofEpochMilli(rows.getLong("received_millis")),
                rows.getString("properties"),
                rows.getString("context"),
                absent(rows.getString("content")),
                absent(rows.getString("extra")));
    }

    // the table keeps no nulls: empty text stands for absent
    private static @Nullable String absent(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
