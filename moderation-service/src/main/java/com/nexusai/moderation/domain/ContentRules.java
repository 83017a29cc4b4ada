package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.ContentKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What content may look like, whichever door it comes through. */
public final class ContentRules {
    public static final int LONGEST_ID = 512;

    /** Longer text would make records that Kafka refuses: six bytes a character at worst, and a megabyte a record. */
    public static final int LONGEST_TEXT = 131_072;

    private static final char REPLACEMENT = '\ufffd';

    private ContentRules() {}

    public static Optional<ContentKind> kind(String name) {
        return Arrays.stream(ContentKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** For messages to people. */
    public static String kinds() {
        return Arrays.stream(ContentKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** Whether the thing itself is not text; its text (caption, file name) may then be missing. */
    public static boolean isMedium(ContentKind kind) {
        return switch (kind) {
            case IMAGE, AUDIO, VIDEO -> true;
            case MESSAGE, PROFILE, COMPANION_PROFILE, USER_PROFILE -> false;
        };
    }

    /** JSON can escape half a surrogate pair, which no UTF-8 can hold; it becomes the replacement character. */
    public static String wellFormed(String text) {
        StringBuilder mended = null;
        for (int at = 0; at < text.length(); at++) {
            if (!Character.isSurrogate(text.charAt(at))) {
                continue;
            }
            if (Character.charCount(text.codePointAt(at)) == 2) {
                at++;
                continue;
            }
            if (mended == null) {
                mended = new StringBuilder(text);
            }
            mended.setCharAt(at, REPLACEMENT);
        }
        return mended == null ? text : mended.toString();
    }
}
