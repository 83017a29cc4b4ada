package com.nexusai.query.http;

import static java.util.Objects.requireNonNullElse;

import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.Order;
import com.nexusai.query.domain.Question;
import com.nexusai.query.domain.Question.Asked;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.query.domain.ZonedWindows;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.filter.Filter;
import com.nexusai.schema.filter.FilterParser;
import com.nexusai.schema.filter.Parsing;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A generic question as a caller gave it, in texts, of which all but the metrics may be left out. */
record QuestionDraft(
        List<Asked> metrics,
        @Nullable String granularity,
        @Nullable String from,
        @Nullable String to,
        @Nullable String last,
        @Nullable String timeZone,
        List<String> breakdown,
        @Nullable String filter,
        List<String> dimensions,
        boolean fill,
        @Nullable String compare,
        @Nullable String order,
        int limit) {
    static final int MAX_WINDOWS = 10_000;
    static final int MAX_POINTS = 100_000;
    static final int MAX_LIMIT = 1_000;
    static final int USUAL_LIMIT = 10;
    private static final int MAX_METRICS = 20;
    private static final int MAX_BREAKDOWN = 3;
    private static final int MAX_DIMENSIONS = 100;
    private static final Duration LONGEST = Duration.ofDays(3660);

    /** @throws Problem with the field that is wrong */
    Question question(Instant now) {
        checkSizes();
        var zone = zone(timeZone);
        var by = granularity == null ? null : granularity(granularity);
        var range = by == null ? ofMinutes(range(now, null, zone)) : whole(range(now, by, zone), by, zone);
        var question = new Question(
                metrics, by, range, zone, breakdown, filter(filter), dimensions, fill, compares(), inOrder(), limit);
        checkPoints(question);
        return question;
    }

    private void checkSizes() {
        if (metrics.isEmpty() || metrics.size() > MAX_METRICS) {
            throw Problem.invalid("metrics", "must name 1 to " + MAX_METRICS + " metrics.");
        }
        if (breakdown.size() > MAX_BREAKDOWN) {
            throw Problem.invalid("breakdown", "must have at most " + MAX_BREAKDOWN + " fields.");
        }
        if (dimensions.size() > MAX_DIMENSIONS) {
            throw Problem.invalid("dimensions", "must have at most " + MAX_DIMENSIONS + " values.");
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.invalid("limit", limit + " is not a whole number from 1 to " + MAX_LIMIT + ".");
        }
        if (last != null && (from != null || to != null)) {
            throw Problem.invalid("last", "stands in place of from and to; give one or the other.");
        }
    }

    private static void checkPoints(Question question) {
        if (question.granularity() == null) {
            return;
        }
        long windows = question.bounds(MAX_WINDOWS).size() - 1L;
        long groups = question.breakdown().isEmpty() ? 1 : question.limit();
        long points = windows * groups * question.metrics().size() * (question.compare() ? 2 : 1);
        if (points > MAX_POINTS) {
            throw Problem.invalid(
                    "granularity",
                    "The answer could have " + points + " points; allowed: " + MAX_POINTS
                            + ". Choose a coarser granularity, a shorter range or a smaller limit.");
        }
    }

    private TimeRange range(Instant now, @Nullable Granularity by, ZoneId zone) {
        if (last != null) {
            var length = duration("last", last);
            return new TimeRange(now.minus(length), now);
        }
        var end = to == null ? null : Times.parse("to", to, zone);
        var until = end == null ? usualEnd(now, by, zone) : end;
        var since = from == null ? usualStart(until, by, zone) : Times.parse("from", from, zone);
        var range = Times.range(since, until);
        if (Duration.between(since, until).compareTo(LONGEST) > 0) {
            throw Problem.invalid("from", "The range is longer than ten years.");
        }
        return range;
    }

    private static Instant usualEnd(Instant now, @Nullable Granularity by, ZoneId zone) {
        if (by == null) {
            return now;
        }
        var windows = new ZonedWindows(by, zone);
        return windows.next(windows.start(now));
    }

    private static Instant usualStart(Instant end, @Nullable Granularity by, ZoneId zone) {
        return by == null
                ? end.minus(1, ChronoUnit.DAYS)
                : new ZonedWindows(by, zone).back(end, Times.usualWindows(by));
    }

    private static TimeRange whole(TimeRange range, Granularity by, ZoneId zone) {
        var windows = new ZonedWindows(by, zone);
        var whole = windows.whole(range);
        if (windows.starts(whole, MAX_WINDOWS).size() > MAX_WINDOWS) {
            throw Problem.invalid(
                    "from", "The range has more than " + MAX_WINDOWS + " points. Choose a coarser granularity.");
        }
        return whole;
    }

    /** Nothing is counted in less than a minute. */
    private static TimeRange ofMinutes(TimeRange range) {
        return range.wholeWindows(Granularity.MINUTE);
    }

    private boolean compares() {
        return switch (requireNonNullElse(compare, "none")) {
            case "none" -> false;
            case "previous" -> true;
            default -> throw Problem.invalid("compare", "'" + compare + "' is neither none nor previous.");
        };
    }

    private Order inOrder() {
        try {
            return Order.of(requireNonNullElse(order, Order.LARGEST_FIRST.word()));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("order", unknown.getMessage() + ".");
        }
    }

    static Granularity granularity(String word) {
        try {
            return Granularity.of(word);
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("granularity", unknown.getMessage() + ".");
        }
    }

    static ZoneId zone(@Nullable String name) {
        if (name == null) {
            return ZoneId.of("UTC");
        }
        // only names of regions: they go into SQL, and an offset would forget summer time
        if (!ZoneId.getAvailableZoneIds().contains(name) || name.startsWith("SystemV")) {
            throw Problem.invalid("timeZone", "'" + name + "' is no time zone, such as Europe/Berlin.");
        }
        return ZoneId.of(name);
    }

    static Duration duration(String field, String text) {
        try {
            var length = Duration.parse(text);
            if (length.isPositive() && length.compareTo(LONGEST) <= 0) {
                return length;
            }
        } catch (DateTimeException notADuration) {
            throw Problem.invalid(field, "'" + text + "' is no duration of ISO-8601, such as P7D or PT24H.");
        }
        throw Problem.invalid(field, "'" + text + "' must be more than nothing and at most ten years.");
    }

    static @Nullable Filter filter(@Nullable String text) {
        return text == null || text.isBlank() ? null : filter("filter", text);
    }

    static Filter filter(String field, String text) {
        return switch (FilterParser.parse(text)) {
            case Parsing.Parsed<Filter> parsed -> parsed.value();
            case Parsing.Failed<Filter> failed ->
                throw Problem.invalid(field, failed.message() + " (at character " + failed.offset() + ").")
                        .with("offset", failed.offset());
        };
    }
}
