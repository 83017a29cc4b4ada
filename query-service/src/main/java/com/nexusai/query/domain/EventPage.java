package com.nexusai.query.domain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Some events, newest first.
 *
 * @param more whether others follow
 */
public record EventPage(List<StoredEvent> events, boolean more) {
    public EventPage {
        events = List.copyOf(events);
    }

    /**
     * Takes rows until the page is full, and no more than one beyond it. A single event may be larger than a page: it is
     * a page of its own, else nobody could turn past it.
     *
     * @param limit events at most
     * @param bytes of text at most
     */
    public static EventPage fill(Iterator<StoredEvent> rows, int limit, long bytes) {
        var events = new ArrayList<StoredEvent>();
        long left = bytes;
        while (rows.hasNext()) {
            var event = rows.next();
            left -= event.textBytes();
            if (events.size() == limit || (left < 0 && !events.isEmpty())) {
                return new EventPage(events, true);
            }
            events.add(event);
        }
        return new EventPage(events, false);
    }
}
