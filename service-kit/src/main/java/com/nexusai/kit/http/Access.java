package com.nexusai.kit.http;

import com.nexusai.kit.auth.Principal;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Who makes the request at hand. */
public final class Access {
    private static final String PRINCIPAL = "fleet.principal";

    private Access() {}

    /** The caller of a route with a scope. */
    public static Principal of(Context ctx) {
        var principal = find(ctx);
        if (principal == null) {
            throw new IllegalStateException("no caller on an open route: " + ctx.path());
        }
        return principal;
    }

    public static String tenant(Context ctx) {
        return of(ctx).tenantId();
    }

    /** For a route that finds the credential in a place of its own: from here on, the caller is known. */
    public static void enter(Context ctx, Principal principal) {
        ctx.attribute(PRINCIPAL, principal);
        MDC.put("tenant", principal.tenantId());
    }

    static @Nullable Principal find(Context ctx) {
        return ctx.attribute(PRINCIPAL);
    }
}
