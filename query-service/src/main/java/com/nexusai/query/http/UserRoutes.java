package com.nexusai.query.http;

import static com.nexusai.query.topology.TopicStore.PROFILES;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.event.EventKey;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** What is known of one user. */
final class UserRoutes implements Routes {
    private final KeyedAnswers answers;

    UserRoutes(KeyedAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/analytics/user/{id}/metrics", this::metrics, Scope.READ);
    }

    private void metrics(Context ctx) {
        Parameters.of(ctx);
        var key = EventKey.of(Access.tenant(ctx), ctx.pathParam("id"));
        answers.answer(ctx, PROFILES, key, (copy, meta) -> {
            var profile = copy.get(key);
            if (profile == null) {
                throw Problem.notFound("No event of this user has been counted.");
            }
            return UserView.of(profile, meta);
        });
    }
}
