package com.nexusai.ingest.domain;

import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.rejection.Rejection;
import com.nexusai.schema.rejection.RejectionCode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What texts within an event must not hold. */
final class Texts {
    private Texts() {}

    /** A NUL ends a text for a part of those who read it later. In JSON it can only be written as an escape. */
    static Optional<Rejection> objection(Event event) {
        return field("properties", event.properties())
                .or(() -> field("context", event.context()))
                .or(() -> field("content", event.content()))
                .or(() -> extra(event.extra()));
    }

    private static Optional<Rejection> extra(Map<String, RawJson> extra) {
        if (extra.isEmpty()) {
            return Optional.empty();
        }
        return extra.entrySet().stream()
                .flatMap(member -> Stream.concat(
                        named(member.getKey()).stream(), field(member.getKey(), member.getValue()).stream()))
                .findFirst();
    }

    private static Optional<Rejection> named(String name) {
        return name.indexOf(0) < 0 ? Optional.empty() : hasNul(name.replace('\0', ' '));
    }

    private static Optional<Rejection> field(String name, @Nullable RawJson value) {
        return value == null || !hasNulEscape(value.utf8()) ? Optional.empty() : hasNul(name);
    }

    private static Optional<Rejection> hasNul(String field) {
        return Optional.of(new Rejection(RejectionCode.INVALID_FIELD, field, "has a NUL character"));
    }

    private static boolean hasNulEscape(byte[] json) {
        for (int at = 0; at < json.length; at++) {
            if (json[at] == '\\') {
                if (isNul(json, at)) {
                    return true;
                }
                // the escaped character, which may be a backslash itself
                at++;
            }
        }
        return false;
    }

    private static boolean isNul(byte[] json, int at) {
        return at + 5 < json.length
                && json[at + 1] == 'u'
                && json[at + 2] == '0'
                && json[at + 3] == '0'
                && json[at + 4] == '0'
                && json[at + 5] == '0';
    }
}
