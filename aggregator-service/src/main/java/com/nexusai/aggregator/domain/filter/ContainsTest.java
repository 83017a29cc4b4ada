package com.nexusai.aggregator.domain.filter;

import java.nio.charset.StandardCharsets;

/**
 * Whether a string has a text in it. By Knuth, Morris and Pratt: each byte is looked at twice at most, so no pair of
 * texts, however chosen, makes it slow.
 */
final class ContainsTest implements Condition {
    private final int slot;
    private final String text;
    private final byte[] part;
    private final int[] fallback;

    ContainsTest(int slot, String part) {
        this.slot = slot;
        this.text = part;
        this.part = part.getBytes(StandardCharsets.UTF_8);
        this.fallback = fallback(this.part);
    }

    @Override
    public boolean matches(EventFields fields) {
        if (!fields.isText(slot)) {
            return false;
        }
        var known = fields.shortText(slot);
        if (known != null) {
            return known.contains(text);
        }
        byte[] source = fields.source(slot);
        int end = fields.end(slot);
        int matched = 0;
        for (int at = fields.start(slot); at < end && matched < part.length; at++) {
            matched = next(matched, source[at]);
        }
        return matched == part.length;
    }

    private int next(int matched, byte octet) {
        int length = matched;
        while (length > 0 && part[length] != octet) {
            length = fallback[length - 1];
        }
        return part[length] == octet ? length + 1 : 0;
    }

    /** For each prefix: how long its longest end is that is a beginning too. */
    private static int[] fallback(byte[] part) {
        int[] fallback = new int[part.length];
        int length = 0;
        for (int i = 1; i < part.length; i++) {
            while (length > 0 && part[i] != part[length]) {
                length = fallback[length - 1];
            }
            if (part[i] == part[length]) {
                length++;
            }
            fallback[i] = length;
        }
        return fallback;
    }
}
