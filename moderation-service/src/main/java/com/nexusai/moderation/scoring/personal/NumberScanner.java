package com.nexusai.moderation.scoring.personal;

import com.nexusai.schema.moderation.Reason.Span;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Walks once through a text and stops at every number, its groups held together by single spaces, dots or the like. */
final class NumberScanner {
    /** Longer ones are nothing that we know; so much is enough to tell. */
    private static final int MOST_DIGITS = 24;

    private final String text;
    private int at;

    NumberScanner(String text) {
        this.text = text;
    }

    @Nullable
    WrittenNumber next() {
        while (at < text.length() && !digitAt(at)) {
            at++;
        }
        return at < text.length() ? read() : null;
    }

    private WrittenNumber read() {
        int from = at;
        int end = at;
        var digits = new StringBuilder();
        var groups = new ArrayList<Integer>();
        do {
            int group = at;
            while (at < text.length() && digitAt(at)) {
                if (digits.length() < MOST_DIGITS) {
                    digits.append((char) ('0' + Character.digit(text.charAt(at), 10)));
                }
                at++;
            }
            end = at;
            if (groups.size() < MOST_DIGITS) {
                groups.add(at - group);
            }
            at = afterSeparator(at);
        } while (at < text.length() && at > end && digitAt(at));
        boolean plus = from > 0 && text.charAt(from - 1) == '+';
        return new WrittenNumber(digits.toString(), groups, plus, new Span(plus ? from - 1 : from, end));
    }

    /** Past at most two signs that may stand inside a number, as in {@code (030) 123}. */
    private int afterSeparator(int from) {
        int after = from;
        while (after < text.length() && after - from < 2 && " .-()/\u00a0".indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        return after;
    }

    private boolean digitAt(int index) {
        return Character.digit(text.charAt(index), 10) >= 0;
    }
}
