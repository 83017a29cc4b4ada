package com.nexusai.aggregator.domain.filter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The inside of a JSON string without its escapes, as UTF-8. The rare case: most strings have none. */
final class JsonEscapes {
    private JsonEscapes() {}

    static byte[] unescape(byte[] json, int from, int to) {
        var plain = new StringBuilder(to - from);
        var run = new ByteArrayOutputStream(to - from);
        int at = from;
        while (at < to) {
            if (json[at] != '\\') {
                run.write(json[at++]);
                continue;
            }
            plain.append(run.toString(StandardCharsets.UTF_8));
            run.reset();
            at++;
            if (at < to && json[at] == 'u' && to - at > 4) {
                plain.append(unit(json, at + 1));
                at += 5;
            } else if (at < to) {
                plain.append(single(json[at++]));
            }
        }
        plain.append(run.toString(StandardCharsets.UTF_8));
        return plain.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static char unit(byte[] json, int from) {
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            unit = (unit << 4) | Math.max(0, Character.digit(json[i], 16));
        }
        return (char) unit;
    }

    private static char single(byte escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> (char) (escape & 0xff);
        };
    }
}
