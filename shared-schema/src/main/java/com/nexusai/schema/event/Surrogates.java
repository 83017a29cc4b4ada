package com.nexusai.schema.event;

import org.jspecify.annotations.Nullable;

/**
 * Half of a surrogate pair can be written in JSON as an escape, and is no character: it could be stored, but no answer
 * with it could ever be written.
 */
public final class Surrogates {
    private Surrogates() {}

    public static boolean arePaired(String text) {
        // a whole pair is one code point beyond them
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /** Looks at the escapes of well-formed JSON. */
    static boolean arePaired(byte[] json, int from, int to) {
        int at = from;
        while (at < to) {
            if (json[at] != '\\') {
                at++;
                continue;
            }
            var escaped = unicodeEscape(json, at, to);
            if (escaped == null) {
                at += 2;
            } else if (Character.isHighSurrogate(escaped)) {
                var second = unicodeEscape(json, at + 6, to);
                if (second == null || !Character.isLowSurrogate(second)) {
                    return false;
                }
                at += 12;
            } else if (Character.isLowSurrogate(escaped)) {
                return false;
            } else {
                at += 6;
            }
        }
        return true;
    }

    private static @Nullable Character unicodeEscape(byte[] json, int at, int to) {
        if (at + 6 > to || json[at] != '\\' || json[at + 1] != 'u') {
            return null;
        }
        int code = 0;
        for (int i = at + 2; i < at + 6; i++) {
            code = code << 4 | Character.digit(json[i], 16);
        }
        return (char) code;
    }
}
