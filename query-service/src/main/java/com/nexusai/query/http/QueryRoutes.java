package com.nexusai.query.http;

import com.nexusai.kit.http.Routes;
import com.nexusai.query.peer.Peers;
import com.nexusai.query.store.Copies;
import com.nexusai.query.store.History;
import com.nexusai.query.store.TodayCounters;
import java.time.Clock;
import java.util.List;

/** All routes of the service, over the sources of their answers. */
public final class QueryRoutes {
    private QueryRoutes() {}

    public static List<Routes> of(
            Copies copies,
            Peers peers,
            TodayCounters counters,
            History history,
            QueryMeters meters,
            String instance,
            Clock clock) {
        var answers = new KeyedAnswers(copies, peers, instance, meters);
        return List.of(
                new MetricRoutes(answers, clock),
                new UserRoutes(answers),
                new RealtimeRoutes(answers, counters, meters, instance, clock),
                new EventRoutes(history, meters, instance, clock),
                new PageRoutes());
    }
}
