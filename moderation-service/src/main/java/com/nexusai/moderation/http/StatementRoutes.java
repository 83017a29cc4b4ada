package com.nexusai.moderation.http;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Routes;
import io.javalin.config.RoutesConfig;

/** Why something was decided. Its paths stand before that of a case, which may be called anything. */
public final class StatementRoutes implements Routes {
    private final StatementHandler statements;

    public StatementRoutes(StatementHandler statements) {
        this.statements = statements;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(ModerationRoutes.BASE + "/statements", statements::export, Scope.MODERATE);
        routes.get(
                ModerationRoutes.BASE + "/<" + CaseHandler.CONTENT_ID + ">/statement",
                statements::ofOne,
                Scope.MODERATE);
    }
}
