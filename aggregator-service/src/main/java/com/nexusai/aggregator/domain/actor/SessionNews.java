package com.nexusai.aggregator.domain.actor;

import com.nexusai.aggregator.domain.bytes.ByteReader;
import com.nexusai.aggregator.domain.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/** What is still to be reported of sessions that are not kept any more, in the order in which it happened. */
final class SessionNews {
    private final List<Gone> gone = new ArrayList<>();

    /** @param deleted it is none any more; else it was the last that is known of it */
    void add(Session session, boolean deleted) {
        gone.add(new Gone(session.name(), session.start(), session.end(), session.events(), deleted));
    }

    boolean isEmpty() {
        return gone.isEmpty();
    }

    void drain(ChangedSessions out) {
        gone.forEach(one -> out.session(one.name, one.start, one.end, one.events, one.deleted));
        gone.clear();
    }

    void writeTo(ByteWriter writer) {
        writer.unsigned(gone.size());
        for (var one : gone) {
            writer.text(one.name).signed(one.start).signed(one.end).unsigned(one.events);
            writer.octet(one.deleted ? 1 : 0);
        }
    }

    static SessionNews readFrom(ByteReader reader) {
        var news = new SessionNews();
        for (long left = reader.unsigned(); left > 0; left--) {
            news.gone.add(
                    new Gone(reader.text(), reader.signed(), reader.signed(), reader.unsigned(), reader.octet() == 1));
        }
        return news;
    }

    private record Gone(String name, long start, long end, long events, boolean deleted) {}
}
