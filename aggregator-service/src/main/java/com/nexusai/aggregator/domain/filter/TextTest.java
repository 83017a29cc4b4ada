package com.nexusai.aggregator.domain.filter;

import com.nexusai.schema.filter.Operator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Compares a string with a text, by code points, which is the order of its UTF-8 bytes. */
final class TextTest implements Condition {
    private final int slot;
    private final Operator operator;
    private final String text;
    private final byte[] utf8;

    TextTest(int slot, Operator operator, String text) {
        this.slot = slot;
        this.operator = operator;
        this.text = text;
        this.utf8 = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean matches(EventFields fields) {
        if (!fields.isText(slot)) {
            return operator == Operator.NOT_EQUAL && fields.exists(slot);
        }
        if (!operator.orders()) {
            return fields.textEquals(slot, text, utf8) == (operator == Operator.EQUAL);
        }
        byte[] source = fields.source(slot);
        return operator.holds(
                Arrays.compareUnsigned(source, fields.start(slot), fields.end(slot), utf8, 0, utf8.length));
    }
}
