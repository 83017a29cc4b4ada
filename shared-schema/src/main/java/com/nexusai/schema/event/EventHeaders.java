package com.nexusai.schema.event;

/**
 * Kafka headers on {@code analytics-events} by which the HTTP gate says what it knows without touching the producer's
 * bytes. They win over what the body says.
 */
public final class EventHeaders {
    /** The tenant of the credential. */
    public static final String TENANT_ID = "tenant-id";
    /** The id that the gate gave to an event which came without one. */
    public static final String EVENT_ID = "event-id";
    /** ISO-8601 time at which the gate received it. */
    public static final String RECEIVED_AT = "received-at";
    /** Which door it came through, for people who look at rejected events: {@code http}, {@code segment} … */
    public static final String SOURCE = "source";

    /** The id of the API key, or the subject of the token, with which it came. */
    public static final String PRODUCER = "producer";
    /** {@code true} where the producer may bring events of any age. */
    public static final String BACKFILL = "backfill";

    public static final String TRACEPARENT = "traceparent";
    public static final String CORRELATION_ID = "correlation-id";

    private EventHeaders() {}
}
