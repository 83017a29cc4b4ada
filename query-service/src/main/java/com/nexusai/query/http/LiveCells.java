package com.nexusai.query.http;

import com.nexusai.query.domain.Point;
import com.nexusai.query.engine.Answer;
import com.nexusai.query.engine.Caller;
import com.nexusai.query.engine.Engine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks at the windows at hand and says what is new since the last look. One of these for each stream. */
final class LiveCells {
    private static final int KEPT = 2;

    private final Engine engine;
    private final Caller caller;
    private final StreamRequest request;
    private final Map<Place, Point> sent = new HashMap<>();
    private Instant from;

    private record Place(String metric, String dimension, Instant start) {}

    /** A window's whole value as it stands. */
    record Change(
            String metric,
            String granularity,
            String dimension,
            Instant start,
            @Nullable Double value,
            long count,
            @Nullable String sum) {}

    /** @param position up to where all is told, for whoever comes back */
    record Look(List<Change> changes, Instant position) {}

    /** @param from the first moment of which nothing has been told */
    LiveCells(Engine engine, Caller caller, StreamRequest request, Instant from) {
        this.engine = engine;
        this.caller = caller;
        this.request = request;
        this.from = from;
    }

    Look look(Instant now) {
        var changes = new ArrayList<Change>();
        var position = now;
        for (var question : request.questions(request.since(from, now))) {
            var answer = engine.answer(caller, question);
            collect(answer, changes);
            var asOf = answer.meta().asOf();
            position = asOf != null && asOf.isBefore(position) ? asOf : position;
        }
        moveOn(now);
        return new Look(changes, position);
    }

    private void collect(Answer answer, List<Change> changes) {
        for (var result : answer.results()) {
            for (var group : result.groups()) {
                for (var point : Objects.requireNonNullElse(group.points(), List.<Point>of())) {
                    var place = new Place(result.metric() + ":" + result.as(), group.dimension(), point.start());
                    if (!point.equals(sent.put(place, point))) {
                        changes.add(new Change(
                                result.metric(),
                                request.granularity().word(),
                                group.dimension(),
                                point.start(),
                                point.value(),
                                point.count(),
                                point.sum()));
                    }
                }
            }
        }
    }

    /** The window before the one at hand still changes: what was sent at its end arrives a moment later. */
    private void moveOn(Instant now) {
        var granularity = request.granularity();
        var oldest = granularity.back(granularity.start(now), KEPT - 1);
        if (oldest.isAfter(from)) {
            from = oldest;
            sent.keySet().removeIf(place -> place.start().isBefore(oldest));
        }
    }
}
