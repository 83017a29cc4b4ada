package com.nexusai.kit.http;

import com.nexusai.kit.auth.Authentication;
import com.nexusai.kit.auth.Open;
import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.problem.Problem;
import io.javalin.config.JavalinState;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.sse.SseHandler;
import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Denies by default: a route without a role keeps the server from starting, a caller without its scope from entering. */
final class Guard {
    private final Authentication authentication;

    Guard(Authentication authentication) {
        this.authentication = authentication;
    }

    /** Stands before each matched route. */
    void check(Context ctx) {
        var roles = ctx.routeRoles();
        if (roles.contains(Open.PUBLIC) || roles.contains(Open.OWN_CREDENTIAL)) {
            return;
        }
        var principal = authentication.byHeaders(name -> ctx.header(name));
        var scopes = roles.stream()
                .filter(Scope.class::isInstance)
                .map(Scope.class::cast)
                .toList();
        if (scopes.isEmpty()) {
            throw Problem.forbidden("This route is open to no one.");
        }
        if (scopes.stream().noneMatch(principal::may)) {
            Authentication.require(principal, scopes.getFirst());
        }
        Access.enter(ctx, principal);
    }

    /** @throws IllegalStateException naming every route that says nothing of who may use it */
    static void refuseUnguarded(JavalinState state) {
        var unguarded = Stream.concat(
                        state.internalRouter.allHttpHandlers().stream()
                                .map(Guard::endpoint)
                                .filter(endpoint -> endpoint.method.isHttpMethod())
                                .filter(endpoint -> roles(endpoint).isEmpty())
                                .map(endpoint -> endpoint.method + " " + endpoint.path),
                        // The guard does not stand before these.
                        state.internalRouter.allWsHandlers().stream().map(ws -> "WEBSOCKET " + ws.getPath()))
                .toList();
        if (!unguarded.isEmpty()) {
            throw new IllegalStateException("Routes without a scope: " + String.join(", ", unguarded)
                    + ". Declare a Scope, or Open.PUBLIC, as role of each.");
        }
    }

    /** HEAD answers like GET, headers and guard included. */
    static void addHeadRoutes(JavalinState state) {
        List<ParsedEndpoint> routes = List.copyOf(state.internalRouter.allHttpHandlers());
        routes.stream()
                .map(Guard::endpoint)
                .filter(endpoint -> HandlerType.GET.equals(endpoint.method))
                .filter(endpoint -> !(endpoint.handler instanceof SseHandler))
                .forEach(get -> state.internalRouter.addHttpEndpoint(
                        new Endpoint(HandlerType.HEAD, get.path, get.handler, Set.of(new Roles(roles(get))))));
    }

    static Set<RouteRole> roles(Endpoint endpoint) {
        var roles = endpoint.metadata(Roles.class);
        return roles == null ? Set.of() : roles.getRoles();
    }

    private static Endpoint endpoint(ParsedEndpoint parsed) {
        return parsed.endpoint;
    }
}
