package com.nexusai.query.http;

import com.nexusai.kit.http.RequestBody;
import com.nexusai.query.promql.BadQuery;
import com.nexusai.query.promql.Expression.Selector;
import com.nexusai.query.promql.Parser;
import com.nexusai.query.promql.PromDuration;
import com.nexusai.query.promql.Times;
import com.nexusai.schema.event.EventTime;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of Prometheus' API, of the address and of a form. What is unknown is let pass, as Prometheus does. */
final class PromParameters {
    private static final int LARGEST_FORM = 100_000;
    private static final int MOST_SELECTORS = 20;
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Duration USUAL_RANGE = Duration.ofDays(1);

    private final Map<String, List<String>> values = new HashMap<>();
    private final Instant now;

    PromParameters(Context ctx, Instant now) {
        this.now = now;
        ctx.queryParamMap().forEach((name, given) -> values.put(name, new ArrayList<>(given)));
        if (HandlerType.POST.equals(ctx.method())) {
            form(new String(RequestBody.bytes(ctx, LARGEST_FORM), StandardCharsets.UTF_8));
        }
    }

    String query() {
        return text("query").orElseThrow(() -> new BadQuery("the parameter query is missing"));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getFirst).filter(text -> !text.isEmpty());
    }

    List<Selector> selectors() {
        var given = values.getOrDefault("match[]", List.of());
        if (given.size() > MOST_SELECTORS) {
            throw new BadQuery("match[] may be given " + MOST_SELECTORS + " times");
        }
        return given.stream().map(Parser::parseSelector).toList();
    }

    Times moment() {
        return Times.at(time("time").orElse(now));
    }

    Times moments() {
        var start = time("start").orElseThrow(() -> new BadQuery("the parameter start is missing"));
        var end = time("end").orElseThrow(() -> new BadQuery("the parameter end is missing"));
        var step = text("step").orElseThrow(() -> new BadQuery("the parameter step is missing"));
        return Times.range(start, end, length(step));
    }

    Instant start() {
        return time("start").orElseGet(() -> end().minus(USUAL_RANGE));
    }

    Instant end() {
        return time("end").orElse(now);
    }

    /** How many lines at most; a negative or no number is no limit, as with Prometheus. */
    int limit() {
        var limit = text("limit").filter(text -> text.matches("[1-9]\\d{0,8}"));
        return limit.map(Integer::parseInt).orElse(Integer.MAX_VALUE);
    }

    private void form(String body) {
        for (var pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(decoded(pair.substring(0, equals)), _ -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new BadQuery("the form cannot be read: " + malformed.getMessage());
        }
    }

    /** Seconds since 1970, or RFC 3339. */
    private Optional<Instant> time(String name) {
        return text(name).map(text -> {
            try {
                var time = text.matches("-?\\d{1,12}(\\.\\d{1,9})?([eE]\\+?\\d{1,2})?")
                        ? Instant.ofEpochMilli(
                                new BigDecimal(text).movePointRight(3).longValue())
                        : EventTime.parse(text.replace(' ', '+'));
                if (time.isAfter(LATEST) || time.isBefore(Instant.EPOCH)) {
                    throw new DateTimeException("not of this time");
                }
                return time;
            } catch (DateTimeException none) {
                throw new BadQuery(
                        "invalid parameter \"" + name + "\": cannot parse \"" + text + "\" to a valid timestamp");
            }
        });
    }

    /** Seconds, or as in {@code 5m}. */
    private static long length(String text) {
        return text.matches("\\d{1,9}(\\.\\d{1,9})?")
                ? new BigDecimal(text).movePointRight(3).longValue()
                : PromDuration.millis(text);
    }
}
