package com.nexusai.aggregator.domain.filter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Whether a string begins with a text. */
final class StartsWithTest implements Condition {
    private final int slot;
    private final String text;
    private final byte[] start;

    StartsWithTest(int slot, String start) {
        this.slot = slot;
        this.text = start;
        this.start = start.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean matches(EventFields fields) {
        if (!fields.isText(slot)) {
            return false;
        }
        var known = fields.shortText(slot);
        if (known != null) {
            return known.startsWith(text);
        }
        byte[] source = fields.source(slot);
        int from = fields.start(slot);
        return fields.end(slot) - from >= start.length
                && Arrays.equals(source, from, from + start.length, start, 0, start.length);
    }
}
