package com.nexusai.query.promql;

import com.nexusai.query.promql.Expression.Selector;
import com.nexusai.query.promql.Token.Kind;
import java.util.ArrayList;

/** Reads what comes in braces, and the name before it. */
final class SelectorParser {
    private SelectorParser() {}

    static boolean beginsAt(Cursor cursor) {
        return cursor.peek().kind() == Kind.NAME || cursor.peek().is("{");
    }

    static Selector read(Cursor cursor) {
        var matchers = new ArrayList<LabelMatcher>();
        if (cursor.peek().kind() == Kind.NAME) {
            matchers.add(LabelMatcher.of(Labels.NAME, "=", cursor.take().text()));
        }
        if (cursor.takes("{")) {
            while (!cursor.takes("}")) {
                matchers.add(matcher(cursor));
                if (!cursor.peek().is("}")) {
                    cursor.expect(",");
                }
            }
        }
        if (matchers.stream().noneMatch(matcher -> matcher.label().equals(Labels.NAME))) {
            throw new BadQuery("a selector has to name its metric, such as events");
        }
        return new Selector(matchers);
    }

    private static LabelMatcher matcher(Cursor cursor) {
        var label = cursor.name();
        var sign = cursor.take();
        if (!LabelMatcher.SIGNS.contains(sign.text())) {
            throw new BadQuery(sign.shown() + " at character " + sign.at() + " is none of = != =~ !~");
        }
        var value = cursor.take();
        if (value.kind() != Kind.STRING) {
            throw new BadQuery(value.shown() + " at character " + value.at() + " should be a text in quotes");
        }
        return LabelMatcher.of(label, sign.text(), value.text());
    }
}
