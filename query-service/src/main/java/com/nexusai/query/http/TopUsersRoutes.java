package com.nexusai.query.http;

import static com.nexusai.query.topology.TopicStore.CELLS;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.query.domain.Meta;
import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.Granularity;
import com.nexusai.schema.aggregate.Metric;
import com.nexusai.schema.aggregate.Ranked;
import com.nexusai.schema.aggregate.Series;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did most, on a day or in a month. */
final class TopUsersRoutes implements Routes {
    private static final int MOST = 100;

    private final KeyedAnswers answers;
    private final Clock clock;

    TopUsersRoutes(KeyedAnswers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    record Place(String userId, long count) {}

    record View(String granularity, Instant from, Instant to, List<Place> users, Meta meta) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/analytics/top-users", this::topUsers, Scope.READ);
    }

    private void topUsers(Context ctx) {
        var parameters = Parameters.of(ctx, "granularity", "from", "limit");
        var granularity = granularity(parameters.text("granularity").orElse("day"));
        int limit = parameters.integer("limit", 10, 1, MOST);
        var start = granularity.start(parameters.time("from").orElseGet(clock::instant));
        var key = new Series(Access.tenant(ctx), Metric.TOP_USERS, granularity, Metric.TOTAL).at(start);
        answers.answer(
                ctx,
                CELLS,
                key.partitionKey(),
                (copy, meta) -> new View(
                        granularity.word(), start, granularity.next(start), places(copy.get(key.text()), limit), meta));
    }

    private static List<Place> places(@Nullable Cell cell, int limit) {
        List<Ranked> ranking = cell == null || cell.top() == null ? List.of() : cell.top();
        return ranking.stream()
                .limit(limit)
                .map(ranked -> new Place(ranked.name(), ranked.count()))
                .toList();
    }

    private static Granularity granularity(String word) {
        return switch (word) {
            case "day" -> Granularity.DAY;
            case "month" -> Granularity.MONTH;
            default -> throw Problem.invalid("granularity", "'" + word + "' is neither day nor month.");
        };
    }
}
