package com.nexusai.query.promql;

/**
 * A word of a query.
 *
 * @param text of a string what stands between its quotes, with escapes undone
 * @param at where it begins, counted from 1
 */
record Token(Kind kind, String text, int at) {
    enum Kind {
        NAME,
        NUMBER,
        DURATION,
        STRING,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }

    String shown() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
