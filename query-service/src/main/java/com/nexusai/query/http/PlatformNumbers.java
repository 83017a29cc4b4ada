package com.nexusai.query.http;

import static com.nexusai.schema.aggregate.Granularity.DAY;
import static com.nexusai.schema.aggregate.Granularity.HOUR;
import static com.nexusai.schema.aggregate.Granularity.MONTH;
import static com.nexusai.schema.aggregate.Granularity.WEEK;

import com.nexusai.query.domain.Group;
import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.MetricAnswer;
import com.nexusai.query.domain.Question;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.query.engine.Answer;
import com.nexusai.query.engine.Caller;
import com.nexusai.query.engine.Engine;
import com.nexusai.schema.aggregate.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks for everything that the platform's page shows. The answer is as old as the oldest of its parts. */
final class PlatformNumbers {
    private static final List<String> BY_TYPE = List.of("type");
    private static final List<String> BY_CURRENCY = List.of(Question.OWN);
    private static final int TOP = 5;

    private final Engine engine;
    private final Caller caller;
    private final Instant now;
    private final List<Meta> metas = new ArrayList<>();

    PlatformNumbers(Engine engine, Caller caller, Instant now) {
        this.engine = engine;
        this.caller = caller;
        this.now = now;
    }

    PlatformView view() {
        var day = TimeRange.last(1, DAY, now);
        var month = TimeRange.last(1, MONTH, now);
        var today = ask(Questions.totals(
                day,
                Metric.ACTIVE_USERS,
                Metric.NEW_USERS,
                Metric.SESSIONS,
                Metric.SESSION_DURATION,
                Metric.BOUNCES,
                Metric.PAYMENTS_COMPLETED,
                Metric.PAYMENTS_FAILED));
        var week = ask(Questions.totals(TimeRange.last(1, WEEK, now), Metric.ACTIVE_USERS, Metric.NEW_USERS));
        var thisMonth = ask(Questions.totals(month, Metric.ACTIVE_USERS, Metric.NEW_USERS, Metric.PAYING_USERS));
        long people = count(thisMonth, 0);
        long completed = count(today, 5);
        long failed = count(today, 6);
        var windows = List.of(window(day), window(TimeRange.last(24, HOUR, now)));
        var revenue = revenue(day, month);
        return new PlatformView(
                windows.getFirst(),
                windows.getLast(),
                new PlatformView.ActiveUsers(count(today, 0), count(week, 0), people, share(count(today, 0), people)),
                new PlatformView.Users(count(today, 1), count(week, 1), count(thisMonth, 1)),
                revenue,
                new PlatformView.Conversion(count(thisMonth, 2), people, share(count(thisMonth, 2), people)),
                new PlatformView.Sessions(
                        count(today, 2), only(today.results().get(3)).value(), share(count(today, 4), count(today, 2))),
                new PlatformView.Payments(completed, failed, share(failed, completed + failed)),
                Meta.ofAll(metas));
    }

    private Answer ask(Question question) {
        var answer = engine.answer(caller, question);
        metas.add(answer.meta());
        return answer;
    }

    private PlatformView.Window window(TimeRange range) {
        var result = ask(Questions.totals(Metric.EVENTS, range, BY_TYPE, QuestionDraft.MAX_LIMIT))
                .results()
                .getFirst();
        var byType = new TreeMap<String, Long>();
        result.groups().forEach(group -> byType.put(group.dimension(), Objects.requireNonNullElse(group.count(), 0L)));
        return new PlatformView.Window(
                range.from(),
                range.to(),
                result.total() == null ? 0 : Math.round(result.total()),
                byType,
                result.groups().stream().limit(TOP).map(TopEventsView::share).toList());
    }

    private List<PlatformView.Revenue> revenue(TimeRange day, TimeRange month) {
        var today = sums(day);
        return ask(Questions.totals(Metric.REVENUE, month, BY_CURRENCY, QuestionDraft.MAX_LIMIT))
                .results()
                .getFirst()
                .groups()
                .stream()
                .map(group -> new PlatformView.Revenue(
                        group.dimension(),
                        today.getOrDefault(group.dimension(), "0"),
                        Objects.requireNonNullElse(group.sum(), "0"),
                        Objects.requireNonNullElse(group.count(), 0L)))
                .toList();
    }

    private Map<String, String> sums(TimeRange range) {
        return ask(Questions.totals(Metric.REVENUE, range, BY_CURRENCY, QuestionDraft.MAX_LIMIT))
                .results()
                .getFirst()
                .groups()
                .stream()
                .collect(Collectors.toMap(Group::dimension, group -> Objects.requireNonNullElse(group.sum(), "0")));
    }

    private static long count(Answer answer, int metric) {
        return Objects.requireNonNullElse(only(answer.results().get(metric)).count(), 0L);
    }

    private static Group only(MetricAnswer result) {
        return result.groups().getFirst();
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : Double.valueOf((double) part / whole);
    }
}
