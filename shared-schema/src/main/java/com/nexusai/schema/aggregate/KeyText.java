package com.nexusai.schema.aggregate;

import java.util.ArrayList;
import java.util.List;

/** Parts joined by {@code /}; a part may hold anything, since {@code /} and {@code %} in it are percent-escaped. */
final class KeyText {
    static final char SEPARATOR = '/';

    private KeyText() {}

    static String join(String... parts) {
        var text = new StringBuilder(64);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                text.append(SEPARATOR);
            }
            text.append(escape(parts[i]));
        }
        return text.toString();
    }

    static List<String> split(String text) {
        var parts = new ArrayList<String>(5);
        int from = 0;
        for (int at = text.indexOf(SEPARATOR); at >= 0; at = text.indexOf(SEPARATOR, from)) {
            parts.add(unescape(text.substring(from, at)));
            from = at + 1;
        }
        parts.add(unescape(text.substring(from)));
        return parts;
    }

    private static String escape(String part) {
        if (part.indexOf(SEPARATOR) < 0 && part.indexOf('%') < 0) {
            return part;
        }
        return part.replace("%", "%25").replace("/", "%2F");
    }

    private static String unescape(String part) {
        return part.indexOf('%') < 0 ? part : part.replace("%2F", "/").replace("%25", "%");
    }
}
