package com.nexusai.moderation.http;

import com.nexusai.kit.problem.Problem;
import com.nexusai.schema.audit.AuditEntry;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request to define something says. */
interface Definition<V> {
    Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** From which the change is made; 0 where there was none. */
    int version();

    /**
     * @param before what it replaces, or null
     * @throws Problem naming the field that cannot be accepted
     */
    V define(String name, Moderator by, @Nullable V before);

    static String name(String given) {
        if (!NAME.matcher(given).matches()) {
            throw Problem.invalid(
                    "name", "A name has small letters, digits, dots, underscores and dashes, at most 64.");
        }
        return given;
    }

    static AuditEntry audit(Moderator who, String what, String name, String act, int version) {
        return new AuditEntry(
                who.tenantId(),
                who.at(),
                who.name(),
                what + "-" + act,
                "moderation-" + what + "/" + name,
                Map.of("version", Integer.toString(version)));
    }
}
