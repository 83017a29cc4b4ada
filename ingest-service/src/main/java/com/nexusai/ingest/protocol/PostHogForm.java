package com.nexusai.ingest.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Older browser SDKs send a form whose field {@code data} holds the JSON, mostly in Base64. */
final class PostHogForm {
    private static final String FIELD = "data=";

    private PostHogForm() {}

    /** The JSON inside; what is no such form is given back as it is. */
    static byte[] unwrap(byte[] body) {
        if (body.length < FIELD.length() || body[0] != 'd') {
            return body;
        }
        var form = new String(body, StandardCharsets.ISO_8859_1);
        if (!form.startsWith(FIELD)) {
            return body;
        }
        var end = form.indexOf('&');
        var value = form.substring(FIELD.length(), end < 0 ? form.length() : end);
        try {
            var data = URLDecoder.decode(value, StandardCharsets.UTF_8);
            return data.startsWith("{") || data.startsWith("[")
                    ? data.getBytes(StandardCharsets.UTF_8)
                    : Base64.getDecoder().decode(data.replace(' ', '+'));
        } catch (IllegalArgumentException neitherEncoding) {
            return body;
        }
    }
}
