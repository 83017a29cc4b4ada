package com.nexusai.moderation.http;

import com.nexusai.kit.http.Access;
import com.nexusai.schema.moderation.ModeratorRole;
import io.javalin.http.Context;

/** Who asks, where nothing is commanded. */
record Viewer(String tenantId, String name, ModeratorRole role) {
    static Viewer of(Context ctx) {
        var caller = Access.of(ctx);
        return new Viewer(caller.tenantId(), caller.subject(), Moderator.role(caller));
    }

    static Viewer of(Moderator who) {
        return new Viewer(who.tenantId(), who.name(), who.role());
    }

    boolean leads() {
        return role != ModeratorRole.MODERATOR;
    }
}
