package com.nexusai.moderation.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.kit.problem.Problem;
import com.nexusai.moderation.domain.PendingKey;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A place in the queue, in a form that survives an URL. Clients take it as it is. */
final class Cursor {
    private Cursor() {}

    /** @param key of the last case that was seen */
    static String write(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
    }

    /** @throws Problem if it is not one that was given for this line */
    static @Nullable String read(String line, @Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            var key = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            if (PendingKey.isOf(line, key)) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // the same answer as for any other text that is no cursor
        }
        throw Problem.invalid("cursor", "It is not a cursor of this queue; begin again without one.");
    }
}
