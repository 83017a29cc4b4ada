package com.nexusai.query.http;

import static com.nexusai.schema.aggregate.Granularity.DAY;
import static com.nexusai.schema.aggregate.Granularity.MINUTE;

import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.Point;
import com.nexusai.query.domain.Points;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.query.engine.Caller;
import com.nexusai.query.engine.Engine;
import com.nexusai.query.store.TodayCounters;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.event.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A tenant's day so far. */
record Today(
        LocalDate date,
        long events,
        Map<String, Long> byType,
        double perSecond,
        @Nullable Long activeNow,
        @Nullable Long activeUsers,
        List<Point> minutes) {
    /** Types whose counters are worth a look when no store can say which there are. */
    static final List<String> BUILT_IN_TYPES =
            Arrays.stream(EventType.values()).map(EventType::name).toList();

    private static final int MINUTES = 60;
    private static final int RATE_MINUTES = 5;
    private static final double MINUTE_SECONDS = 60;

    /** From the stores. */
    record Stored(Today today, Meta meta) {}

    static Today empty(Instant now) {
        return new Today(LocalDate.ofInstant(now, ZoneOffset.UTC), 0, Map.of(), 0, null, null, List.of());
    }

    static Stored of(Engine engine, Caller caller, Instant now) {
        var day = TimeRange.last(1, DAY, now);
        var events =
                engine.answer(caller, Questions.totals(Metric.EVENTS, day, List.of("type"), QuestionDraft.MAX_LIMIT));
        var minutes = engine.answer(
                caller, Questions.points(Metric.EVENTS, MINUTE, TimeRange.last(MINUTES + 1, MINUTE, now)));
        var people = engine.answer(caller, Questions.totals(day, Metric.ACTIVE_USERS));
        var active =
                engine.answer(caller, Questions.totals(TimeRange.last(RATE_MINUTES, MINUTE, now), Metric.ACTIVE_NOW));
        var result = events.results().getFirst();
        var byType = new TreeMap<String, Long>();
        result.groups().forEach(group -> byType.put(group.dimension(), Objects.requireNonNullElse(group.count(), 0L)));
        var points = Objects.requireNonNullElse(
                minutes.results().getFirst().groups().getFirst().points(), List.<Point>of());
        var today = new Today(
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                result.total() == null ? 0 : Math.round(result.total()),
                byType,
                perSecond(points, now),
                active.results().getFirst().groups().getFirst().count(),
                people.results().getFirst().groups().getFirst().count(),
                points.subList(0, points.size() - 1));
        return new Stored(today, Meta.ofAll(List.of(events.meta(), minutes.meta(), people.meta(), active.meta())));
    }

    /** Of the minute at hand all, and of the one before the part that lies within sixty seconds. */
    private static double perSecond(List<Point> points, Instant now) {
        double part = 1 - now.getEpochSecond() % (long) MINUTE_SECONDS / MINUTE_SECONDS;
        return (points.getLast().count() + part * points.get(points.size() - 2).count()) / MINUTE_SECONDS;
    }

    /** The same day with its counts taken from the counters, where these have them. */
    Today counted(TodayCounters.Counts counts) {
        var types = new TreeMap<>(byType);
        types.putAll(counts.byType());
        return new Today(date, counts.total(), types, perSecond, activeNow, activeUsers, minutes);
    }

    RealtimeView view(Meta meta) {
        var last = minutes.subList(Math.max(0, minutes.size() - RATE_MINUTES), minutes.size());
        return new RealtimeView(
                date,
                events,
                byType,
                (double) Points.sum(last) / RATE_MINUTES,
                perSecond,
                activeNow,
                activeUsers,
                minutes,
                meta);
    }
}
