package com.nexusai.aggregator.domain.filter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts that were seen before, so that the few plans and countries there are do not become new strings each time. */
final class TextCache {
    private static final int PLACES = 2048;
    private static final int LONGEST = 128;

    private final byte[][] keys = new byte[PLACES][];
    private final @Nullable String[] texts = new String[PLACES];

    String text(byte[] utf8, int from, int to) {
        if (to - from > LONGEST) {
            return new String(utf8, from, to - from, StandardCharsets.UTF_8);
        }
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + utf8[i];
        }
        int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
        var known = texts[place];
        if (known != null && Arrays.equals(keys[place], 0, keys[place].length, utf8, from, to)) {
            return known;
        }
        var text = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        keys[place] = Arrays.copyOfRange(utf8, from, to);
        texts[place] = text;
        return text;
    }
}
