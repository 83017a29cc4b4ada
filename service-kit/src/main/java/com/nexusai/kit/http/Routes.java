package com.nexusai.kit.http;

import io.javalin.config.RoutesConfig;

/** Anything with routes. Each route names a scope, or says that it is open; without either the server does not start. */
@FunctionalInterface
public interface Routes {
    void addTo(RoutesConfig routes);
}
