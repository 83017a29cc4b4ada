package com.nexusai.ingest.http;

import com.nexusai.kit.auth.Authentication;
import com.nexusai.kit.auth.Principal;
import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import com.nexusai.kit.problem.Problem;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Who sends events. A browser that leaves a page can set no headers, so its key may stand elsewhere. */
final class Callers {
    private final Authentication authentication;

    Callers(Authentication authentication) {
        this.authentication = authentication;
    }

    /** By the headers, else by the key in the query. */
    void enter(Context ctx, @Nullable String queryKey) {
        if (queryKey != null && !hasHeader(ctx)) {
            enterByKey(ctx, queryKey);
        } else {
            enter(ctx, authentication.byHeaders(ctx::header));
        }
    }

    void enterByKey(Context ctx, @Nullable String key) {
        if (key == null || key.isBlank()) {
            throw Problem.unauthorized(
                    "Send an API key where the SDK has a place for it, or as 'Authorization: Bearer <key>'.");
        }
        enter(ctx, authentication.byKey(key));
    }

    private static void enter(Context ctx, Principal principal) {
        Access.enter(ctx, Authentication.require(principal, Scope.INGEST));
    }

    private static boolean hasHeader(Context ctx) {
        return ctx.header("Authorization") != null || ctx.header("X-Api-Key") != null;
    }
}
