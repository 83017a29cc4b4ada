package com.nexusai.moderation.http;

import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Routes;
import io.javalin.config.RoutesConfig;

/** What a tenant defines: its rules, those that it tries out, its banks, its words and its webhooks. */
public final class DefinitionRoutes implements Routes {
    private static final String POLICIES = ModerationRoutes.BASE + "/policies";
    static final String SHADOW = POLICIES + "/shadow";

    private static final String BY_NAME = "/{" + BookHandler.NAME + "}";
    private static final String BANKS = ModerationRoutes.BASE + "/banks";
    private static final String LEXICONS = ModerationRoutes.BASE + "/lexicons";
    private static final String WEBHOOKS = ModerationRoutes.BASE + "/webhooks";

    private final PolicyHandler policies;
    private final ShadowHandler shadow;
    private final BankHandler banks;
    private final LexiconHandler lexicons;
    private final WebhookHandler webhooks;

    public DefinitionRoutes(
            PolicyHandler policies,
            ShadowHandler shadow,
            BankHandler banks,
            LexiconHandler lexicons,
            WebhookHandler webhooks) {
        this.policies = policies;
        this.shadow = shadow;
        this.banks = banks;
        this.lexicons = lexicons;
        this.webhooks = webhooks;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(POLICIES, policies::get, Scope.MODERATE);
        routes.put(POLICIES, policies::put, Scope.LEAD);
        routes.delete(POLICIES, policies::delete, Scope.LEAD);
        routes.get(SHADOW, shadow::get, Scope.MODERATE);
        routes.put(SHADOW, shadow.rules()::put, Scope.LEAD);
        routes.delete(SHADOW, shadow.rules()::delete, Scope.LEAD);
        routes.post(SHADOW + "/promote", shadow::promote, Scope.LEAD);
        routes.post(SHADOW + "/backtest", shadow::backtest, Scope.LEAD);
        books(routes, BANKS, banks.all());
        routes.put(BANKS + BY_NAME, banks.all()::put, Scope.LEAD);
        routes.post(BANKS + BY_NAME + "/entries", banks::add, Scope.LEAD);
        routes.delete(BANKS + BY_NAME + "/entries/{" + BankHandler.HASH + "}", banks::remove, Scope.LEAD);
        books(routes, LEXICONS, lexicons.all());
        routes.put(LEXICONS + BY_NAME, lexicons.all()::put, Scope.LEAD);
        books(routes, WEBHOOKS, webhooks.all());
        routes.put(WEBHOOKS + BY_NAME, webhooks::put, Scope.LEAD);
        routes.get(WEBHOOKS + BY_NAME + "/secret", webhooks::secret, Scope.LEAD);
        routes.get(WEBHOOKS + BY_NAME + "/deliveries", webhooks::undelivered, Scope.MODERATE);
        routes.post(WEBHOOKS + BY_NAME + "/deliveries/retry", webhooks::again, Scope.LEAD);
    }

    private static void books(RoutesConfig routes, String path, BookHandler<?, ?> handler) {
        routes.get(path, handler::list, Scope.MODERATE);
        routes.get(path + BY_NAME, handler::get, Scope.MODERATE);
        routes.delete(path + BY_NAME, handler::delete, Scope.LEAD);
    }
}
