package com.nexusai.ingest.door;

import com.nexusai.ingest.domain.Provenance;
import com.nexusai.schema.event.EventHeaders;
import com.nexusai.schema.event.EventTime;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Writes at the gate, and reads in the stream, what is known of an event besides its bytes. */
public final class DoorHeaders {
    private static final String YES = "true";

    private DoorHeaders() {}

    public static void write(Provenance provenance, String source, Headers headers) {
        writeCommon(provenance, source, headers);
        writeEventId(provenance.eventId(), headers);
    }

    /** What all events of a request have in common. */
    public static void writeCommon(Provenance provenance, String source, Headers headers) {
        if (provenance.tenantId() != null) {
            headers.add(EventHeaders.TENANT_ID, utf8(provenance.tenantId()));
        }
        headers.add(EventHeaders.RECEIVED_AT, utf8(provenance.receivedAt().toString()));
        headers.add(EventHeaders.SOURCE, utf8(source));
        if (provenance.backfill()) {
            headers.add(EventHeaders.BACKFILL, utf8(YES));
        }
    }

    /** The id that an event has been given, where it may have none of its own. */
    public static void writeEventId(String eventId, Headers headers) {
        headers.add(EventHeaders.EVENT_ID, utf8(eventId));
    }

    public static void writeProducer(String producer, Headers headers) {
        headers.add(EventHeaders.PRODUCER, utf8(producer));
    }

    /**
     * @param eventId for a record without one in its headers: the same again whenever the record is processed again
     * @param arrival Kafka's time of the record
     */
    public static Provenance read(Headers headers, String eventId, Instant arrival) {
        var given = text(headers, EventHeaders.EVENT_ID);
        return new Provenance(
                text(headers, EventHeaders.TENANT_ID),
                given != null ? given : eventId,
                receivedAt(headers, arrival),
                YES.equals(text(headers, EventHeaders.BACKFILL)));
    }

    /** Takes off what has been read into the event; a producer's own headers and those that trace it stay. */
    public static void takeOff(Headers headers) {
        headers.remove(EventHeaders.TENANT_ID)
                .remove(EventHeaders.EVENT_ID)
                .remove(EventHeaders.RECEIVED_AT)
                .remove(EventHeaders.SOURCE)
                .remove(EventHeaders.PRODUCER)
                .remove(EventHeaders.BACKFILL);
    }

    /** Nothing is received after it has arrived on Kafka; a header that says so is someone else's. */
    private static Instant receivedAt(Headers headers, Instant arrival) {
        var text = text(headers, EventHeaders.RECEIVED_AT);
        try {
            var given = text == null ? arrival : EventTime.parse(text);
            return given.isAfter(arrival) ? arrival : given;
        } catch (DateTimeException someoneElsesHeader) {
            return arrival;
        }
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        if (header == null || header.value() == null || header.value().length == 0) {
            return null;
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
