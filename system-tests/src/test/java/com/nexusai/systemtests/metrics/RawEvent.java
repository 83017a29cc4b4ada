package com.nexusai.systemtests.metrics;

/** One row of {@code analytics.events}, made by hand. */
record RawEvent(String actor, String type, String at, String session, String properties) {
    static final String COLUMNS = "(tenant_id, event_id, type, actor, user_id, anonymous_id, session_id, timestamp,"
            + " received_at, properties, context, content, extra)";

    /** @param at such as {@code 2026-01-31 09:30:00.000}, UTC */
    static RawEvent event(String actor, String type, String at) {
        return new RawEvent(actor, type, at, "", "{}");
    }

    RawEvent in(String session) {
        return new RawEvent(actor, type, at, session, properties);
    }

    RawEvent with(String json) {
        return new RawEvent(actor, type, at, session, json);
    }

    String values(String eventId) {
        return "('acme', '%s', %s, %s, %s, '', %s, '%s', '%s', %s, '{}', '', '{}')"
                .formatted(
                        eventId,
                        quoted(type),
                        quoted(actor),
                        quoted(actor),
                        quoted(session),
                        at,
                        at,
                        quoted(properties));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
