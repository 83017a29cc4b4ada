package com.nexusai.schema.filter;

import java.math.BigDecimal;

/** A place in a text, and the small things that are read there. Only moves forward, one step at least each time. */
final class Cursor {
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(18);
    private static final int MOST_DECIMALS = 9;

    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    void skipSpaces() {
        while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Whether this comes next; if so it is passed. */
    boolean take(String sign) {
        if (!text.startsWith(sign, at)) {
            return false;
        }
        at += sign.length();
        return true;
    }

    /** Whether this word comes next, in any case and as a whole word; if so it is passed. */
    boolean takeWord(String word) {
        int end = at + word.length();
        boolean goesOn = end < text.length() && isName(text.charAt(end));
        if (goesOn || !text.regionMatches(true, at, word, 0, word.length())) {
            return false;
        }
        at = end;
        return true;
    }

    boolean nextIs(char sign) {
        return !atEnd() && text.charAt(at) == sign;
    }

    boolean nextIsDigit() {
        return !atEnd() && isDigit(text.charAt(at));
    }

    /** Letters, digits, {@code _}, {@code $} and {@code -}; empty where there is none. */
    String name() {
        int from = at;
        while (!atEnd() && isName(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    /** A text in single quotes; a quote inside it stands twice. */
    String quoted() throws SyntaxFault {
        int from = at;
        var value = new StringBuilder();
        at++;
        while (!atEnd()) {
            char next = text.charAt(at++);
            if (next != '\'') {
                value.append(next);
            } else if (nextIs('\'')) {
                value.append(text.charAt(at++));
            } else {
                return value.toString();
            }
        }
        throw new SyntaxFault(from, "the text that starts here has no closing quote");
    }

    BigDecimal number() throws SyntaxFault {
        int from = at;
        take("-");
        digits(from);
        int decimals = 0;
        if (take(".")) {
            decimals = digits(from);
        }
        if (!atEnd() && isName(text.charAt(at))) {
            throw new SyntaxFault(from, "a number has only digits and a point, such as -12.5");
        }
        var value = new BigDecimal(text.substring(from, at));
        if (decimals > MOST_DECIMALS || value.abs().compareTo(TOO_LARGE) >= 0) {
            throw new SyntaxFault(from, "a number has at most 18 digits before the point and 9 after it");
        }
        return value;
    }

    private int digits(int start) throws SyntaxFault {
        int from = at;
        while (nextIsDigit()) {
            at++;
        }
        if (at == from) {
            throw new SyntaxFault(start, "a number has only digits and a point, such as -12.5");
        }
        return at - from;
    }

    private static boolean isName(char next) {
        return (next >= 'a' && next <= 'z')
                || (next >= 'A' && next <= 'Z')
                || isDigit(next)
                || "_$-".indexOf(next) >= 0;
    }

    private static boolean isDigit(char next) {
        return next >= '0' && next <= '9';
    }
}
