package com.nexusai.kit.auth;

import io.javalin.security.RouteRole;
import java.util.Locale;
import java.util.Optional;

/** What a credential may do. {@code ADMIN} may do everything. */
public enum Scope implements RouteRole {
    INGEST,
    /** to send events that are older than is usually accepted; of use only beside {@code INGEST} */
    BACKFILL,
    READ,
    /** to change dashboards and reports, which {@code READ} only looks at */
    EDIT,
    MODERATE,
    /** to lead moderators; of use only beside {@code MODERATE} */
    LEAD,
    ADMIN;

    /** As it is written in keys, tokens and messages. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> parse(String text) {
        for (var scope : values()) {
            if (scope.text().equalsIgnoreCase(text.strip())) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}
