package com.nexusai.ingest.http;

import com.nexusai.ingest.gate.Sender;
import com.nexusai.kit.auth.Scope;
import com.nexusai.kit.http.Access;
import io.javalin.http.Context;

/** The caller of a route as the gate knows it. */
final class Senders {
    private Senders() {}

    static Sender of(Context ctx) {
        var caller = Access.of(ctx);
        return new Sender(caller.tenantId(), caller.subject(), caller.may(Scope.BACKFILL));
    }
}
