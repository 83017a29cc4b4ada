package com.nexusai.systemtests.metrics;

import com.nexusai.schema.aggregate.UserSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Holds the sessions as they stand after all that was said of them against those that SQL sees, in both directions. */
final class SessionComparison {
    private SessionComparison() {}

    /** @param said in any order; the highest revision of a session is how it stands */
    static List<Difference> of(List<SessionSpan> bySql, List<UserSession> said) {
        var latest = new HashMap<String, UserSession>();
        for (var session : said) {
            latest.merge(
                    span(session).key(), session, (one, other) -> one.revision() >= other.revision() ? one : other);
        }
        latest.values().removeIf(UserSession::deleted);
        var differences = new ArrayList<Difference>();
        for (var span : bySql) {
            var session = latest.remove(span.key());
            var published = session == null ? null : span(session);
            if (!span.equals(published)) {
                differences.add(new Difference(
                        span.key(), published == null ? Difference.NOTHING : published.toString(), span.toString()));
            }
        }
        latest.forEach((key, session) ->
                differences.add(new Difference(key, span(session).toString(), Difference.NOTHING)));
        return differences;
    }

    private static SessionSpan span(UserSession session) {
        return new SessionSpan(
                session.tenantId(),
                session.actor(),
                session.session(),
                session.start().toEpochMilli(),
                session.end().toEpochMilli(),
                session.events());
    }
}
