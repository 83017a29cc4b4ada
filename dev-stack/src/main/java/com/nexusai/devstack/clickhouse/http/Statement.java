package com.nexusai.devstack.clickhouse.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.devstack.clickhouse.engine.EngineException;
import com.nexusai.devstack.clickhouse.http.SqlTokens.Token;
import java.util.List;

/** What a request asks for: an INSERT with rows behind it, or any other statement. */
sealed interface Statement {
    /** An INSERT whose rows begin at {@code rowsStart} of the text that was looked at. */
    record InsertRows(String sql, String format, int rowsStart) implements Statement {}

    /** {@code format} is the statement's own FORMAT clause or else what the request wants by default. */
    record Query(String format, boolean oneDocument) implements Statement {}

    static Statement parse(byte[] head, String defaultFormat) {
        String text = new String(head, ISO_8859_1);
        List<Token> tokens = SqlTokens.of(text);
        boolean insert = !tokens.isEmpty() && tokens.getFirst().is("INSERT");
        if (insert && !tokens.getLast().is("INSERT") && !selects(tokens)) {
            Token last = tokens.getLast();
            if (last.is("VALUES")) {
                return new InsertRows(sqlOf(text, last.start()), "Values", last.end());
            }
            Token beforeLast = tokens.get(tokens.size() - 2);
            if (beforeLast.is("FORMAT")) {
                return new InsertRows(sqlOf(text, beforeLast.start()), last.text(), rowsAfter(text, last.end()));
            }
        }
        refuseSeveral(tokens);
        return new Query(formatOf(tokens, defaultFormat), mentionsTotals(tokens));
    }

    private static void refuseSeveral(List<Token> tokens) {
        for (Token token : tokens.subList(0, Math.max(0, tokens.size() - 1))) {
            if (token.is(";")) {
                throw new EngineException(
                        62,
                        "SYNTAX_ERROR",
                        "Syntax error (Multi-statements are not allowed): failed at position " + token.end()
                                + " (end of query)");
            }
        }
    }

    /** {@code INSERT … SELECT} and {@code INSERT … FROM INFILE} carry no rows. */
    private static boolean selects(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token.is("SELECT") || token.is("WITH") || token.is("INFILE"));
    }

    private static boolean mentionsTotals(List<Token> tokens) {
        return tokens.stream().anyMatch(token -> token.is("TOTALS") || token.is("EXTREMES"));
    }

    private static String formatOf(List<Token> tokens, String defaultFormat) {
        for (int i = tokens.size() - 2; i > 0; i--) {
            if (tokens.get(i).is("FORMAT")) {
                return tokens.get(i + 1).text();
            }
        }
        return defaultFormat;
    }

    private static String sqlOf(String latin1, int end) {
        return new String(latin1.substring(0, end).getBytes(ISO_8859_1), UTF_8);
    }

    /** Blanks and one line end may stand between the format's name and the first row. */
    private static int rowsAfter(String text, int nameEnd) {
        int at = nameEnd;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\f')) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        return at;
    }
}
