package com.nexusai.query.http;

import static com.nexusai.schema.aggregate.Granularity.DAY;
import static java.util.Objects.requireNonNullElse;

import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.Question;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.query.domain.ZonedWindows;
import com.nexusai.query.engine.Answer;
import com.nexusai.query.engine.Caller;
import com.nexusai.query.engine.Engine;
import com.nexusai.query.engine.HistoryDesk;
import com.nexusai.query.store.Archive;
import com.nexusai.schema.dashboard.Widget;
import com.nexusai.schema.serde.Json;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Answers what a widget asks. What is stored was not checked by us alone, so a faulty question is a 400 here too. */
final class WidgetAnswers {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final int USUAL_DAYS = 30;

    private final Engine engine;
    private final StoredFunnels funnels;
    private final Archive archive;
    private final HistoryDesk desk;
    private final Clock clock;

    WidgetAnswers(Engine engine, StoredFunnels funnels, Archive archive, HistoryDesk desk, Clock clock) {
        this.engine = engine;
        this.funnels = funnels;
        this.archive = archive;
        this.desk = desk;
        this.clock = clock;
    }

    /** A generic answer, a funnel or a retention. */
    Object answer(Caller caller, Widget widget) {
        return switch (widget.type()) {
            case "funnel" -> funnel(caller, present(widget.funnel()));
            case "retention" -> retention(caller, present(widget.retention()));
            default -> engine.answer(caller, question(widget));
        };
    }

    /** For a peer, which has some of the metrics: the generic answer about these. */
    Answer answer(Caller caller, Widget widget, List<Integer> metrics) {
        var question = question(widget);
        if (metrics.stream().anyMatch(index -> index >= question.metrics().size())) {
            throw Problem.invalid("metrics", "The widget has no such metric.");
        }
        return engine.answer(
                caller,
                question.withMetrics(
                        metrics.stream().map(question.metrics()::get).toList()));
    }

    private Question question(Widget widget) {
        return switch (widget.type()) {
            case "funnel" -> StoredFunnels.question(name(present(widget.funnel())), lastDays());
            case "retention" -> {
                var windows = windows(present(widget.retention()));
                yield RetentionRoutes.question(windows.granularity(), cohorts(windows));
            }
            default -> QuestionReader.read(present(widget.question()), clock.instant());
        };
    }

    private Object funnel(Caller caller, JsonNode asked) {
        if (asked.has("name")) {
            return funnels.view(caller, name(asked), lastDays());
        }
        var draft = read(asked, FunnelRoutes.Draft.class);
        return FunnelRoutes.answer(draft, draft.question(caller.tenantId(), clock.instant()), archive, desk);
    }

    private Object retention(Caller caller, JsonNode asked) {
        var now = clock.instant();
        var draft = read(asked, RetentionRoutes.Draft.class);
        if (draft.first() != null) {
            return RetentionRoutes.answer(caller.tenantId(), draft, archive, desk, now);
        }
        var windows = windows(asked);
        int periods = requireNonNullElse(draft.periods(), RetentionRoutes.usual(windows.granularity()));
        return RetentionRoutes.stored(engine, caller, windows, cohorts(windows), Math.clamp(periods, 1, 60), now);
    }

    private static ZonedWindows windows(JsonNode retention) {
        return new ZonedWindows(
                RetentionRoutes.granularity(retention.path("granularity").asString("day")), UTC);
    }

    private TimeRange cohorts(ZonedWindows windows) {
        return RetentionRoutes.range(null, null, windows, clock.instant());
    }

    private TimeRange lastDays() {
        return TimeRange.last(USUAL_DAYS, DAY, clock.instant());
    }

    private static String name(JsonNode funnel) {
        return funnel.path("name").asString(StoredFunnels.ONBOARDING);
    }

    private static JsonNode present(@Nullable JsonNode asked) {
        if (asked == null) {
            throw Problem.notFound("This widget asks nothing.");
        }
        return asked;
    }

    private static <T> T read(JsonNode json, Class<T> type) {
        try {
            return Json.MAPPER.treeToValue(json, type);
        } catch (JacksonException malformed) {
            throw Problem.malformed(Json.explain(malformed));
        }
    }
}
