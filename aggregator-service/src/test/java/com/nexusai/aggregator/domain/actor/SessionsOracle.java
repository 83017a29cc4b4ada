package com.nexusai.aggregator.domain.actor;

import static com.nexusai.schema.aggregate.Granularity.MINUTE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says from all events of an actor which sessions they are. */
final class SessionsOracle {
    private SessionsOracle() {}

    record Step(long at, @Nullable String id) {}

    record Told(long start, long end, long events) {}

    static Map<String, Told> sessions(List<Step> events) {
        var byName = new TreeMap<String, List<Long>>();
        var unnamed = new ArrayList<Long>();
        for (var event :
                events.stream().sorted(Comparator.comparingLong(Step::at)).toList()) {
            if (event.id != null) {
                byName.computeIfAbsent(event.id, id -> new ArrayList<>()).add(event.at);
                continue;
            }
            if (unnamed.isEmpty() || event.at - unnamed.getLast() > 30 * 60_000) {
                unnamed = new ArrayList<>();
                byName.put("~" + event.at, unnamed);
            }
            unnamed.add(event.at);
        }
        var told = new TreeMap<String, Told>();
        byName.forEach((name, at) -> told.put(name, new Told(at.getFirst(), at.getLast(), at.size())));
        return told;
    }

    static Map<String, Long> cells(Iterable<Told> sessions) {
        var ledger = new Ledger();
        for (var session : sessions) {
            long minute = Math.floorDiv(session.start, 60_000);
            ledger.count("sessions", MINUTE, "*", minute, 1);
            ledger.count("session_events", MINUTE, "*", minute, session.events);
            ledger.duration("session_duration", MINUTE, "*", minute, session.end - session.start, 1);
            if (session.events == 1) {
                ledger.count("bounces", MINUTE, "*", minute, 1);
            }
        }
        return ledger.cells;
    }
}
