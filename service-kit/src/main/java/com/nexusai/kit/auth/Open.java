package com.nexusai.kit.auth;

import io.javalin.security.RouteRole;

/** Routes that do not ask for a scope at the door. Said aloud, since a route without any role is refused. */
public enum Open implements RouteRole {
    /** For everyone: probes, documentation, static pages. */
    PUBLIC,

    /** The credential is where only the handler finds it, as in an SDK's body: it must call {@link Authentication}. */
    OWN_CREDENTIAL
}
