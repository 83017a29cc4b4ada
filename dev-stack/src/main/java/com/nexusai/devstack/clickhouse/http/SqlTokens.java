package com.nexusai.devstack.clickhouse.http;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a statement that lie outside brackets, quotes and comments, with their places. Enough to find FORMAT and
 * VALUES; the engine does the real parsing. Text is read as Latin-1, so that a place is also a place in the bytes.
 */
final class SqlTokens {
    /** A word, or one punctuation character. */
    record Token(String text, int start, int end) {
        boolean is(String keyword) {
            return text.equalsIgnoreCase(keyword);
        }
    }

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    static List<Token> of(String sql) {
        SqlTokens scan = new SqlTokens(sql);
        while (scan.at < sql.length() && !scan.rowsBegin()) {
            scan.step();
        }
        return scan.tokens;
    }

    /** After VALUES, or FORMAT and its name, an INSERT goes on with rows, which are no SQL. */
    private boolean rowsBegin() {
        if (tokens.isEmpty() || !tokens.getFirst().is("INSERT") || tokens.size() < 3) {
            return false;
        }
        return tokens.getLast().is("VALUES") || tokens.get(tokens.size() - 2).is("FORMAT");
    }

    private void step() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (startsComment("--") || startsComment("#!") || startsComment("# ")) {
            at = after("\n");
        } else if (startsComment("/*")) {
            at = after("*/");
        } else if (c == '\'' || c == '"' || c == '`') {
            quoted(c);
        } else if (isWordCharacter(c)) {
            word();
        } else {
            punctuation(c);
        }
    }

    private boolean startsComment(String mark) {
        return sql.startsWith(mark, at);
    }

    private int after(String mark) {
        int found = sql.indexOf(mark, at);
        return found < 0 ? sql.length() : found + mark.length();
    }

    private void quoted(char quote) {
        int start = at++;
        while (at < sql.length() && sql.charAt(at) != quote) {
            at += sql.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(sql.length(), at + 1);
        add(start);
    }

    private void word() {
        int start = at;
        while (at < sql.length() && isWordCharacter(sql.charAt(at))) {
            at++;
        }
        add(start);
    }

    private void punctuation(char c) {
        if (c == '(' || c == '[' || c == '{') {
            depth++;
        } else if (c == ')' || c == ']' || c == '}') {
            depth--;
        }
        at++;
        if (c == ';') {
            add(at - 1);
        }
    }

    private void add(int start) {
        if (depth == 0) {
            tokens.add(new Token(sql.substring(start, at), start, at));
        }
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c > 127;
    }
}
