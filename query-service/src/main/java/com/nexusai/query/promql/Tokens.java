package com.nexusai.query.promql;

import com.nexusai.query.promql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a query into its words. */
final class Tokens {
    private static final List<String> LONG_SIGNS = List.of("=~", "!~", "!=", "==", ">=", "<=");
    private static final String SIGNS = "(){}[],=+-*/%^<>:@";

    private final String query;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String query) {
        this.query = query;
    }

    /** Ends with one of the kind {@link Kind#END}. */
    static List<Token> of(String query) {
        var words = new Tokens(query);
        while (words.next()) {
            // each call takes one word
        }
        words.add(Kind.END, "", query.length());
        return words.tokens;
    }

    private boolean next() {
        skipSpace();
        if (at >= query.length()) {
            return false;
        }
        char first = query.charAt(at);
        if (isLetter(first) || (first == ':' && at + 1 < query.length() && isLetter(query.charAt(at + 1)))) {
            take(Kind.NAME, end(at, c -> isLetter(c) || isDigit(c) || c == ':'));
        } else if (isDigit(first) || (first == '.' && at + 1 < query.length() && isDigit(query.charAt(at + 1)))) {
            number();
        } else if (first == '"' || first == '\'' || first == '`') {
            string(first);
        } else {
            sign();
        }
        return true;
    }

    private void skipSpace() {
        while (at < query.length() && (Character.isWhitespace(query.charAt(at)) || query.charAt(at) == '#')) {
            at = query.charAt(at) == '#' ? end(at, c -> c != '\n') : at + 1;
        }
    }

    private void number() {
        int digits = end(at, c -> isDigit(c) || c == '.');
        int whole = end(digits, c -> isDigit(c) || isLetter(c));
        var text = query.substring(at, whole);
        if (text.matches("(\\d+(ms|[smhdwy]))+")) {
            take(Kind.DURATION, whole);
            return;
        }
        boolean signed =
                text.matches("[\\d.]+[eE]") && whole < query.length() && "+-".indexOf(query.charAt(whole)) >= 0;
        take(Kind.NUMBER, signed ? end(whole + 1, Tokens::isDigit) : whole);
    }

    private void string(char quote) {
        int start = at++;
        var text = new StringBuilder();
        while (at < query.length() && query.charAt(at) != quote) {
            text.append(quote == '`' ? query.charAt(at) : unescaped());
            at++;
        }
        if (at++ >= query.length()) {
            throw new BadQuery("the string that begins at character " + (start + 1) + " does not end");
        }
        add(Kind.STRING, text.toString(), start);
    }

    private char unescaped() {
        char here = query.charAt(at);
        if (here != '\\' || at + 1 >= query.length()) {
            return here;
        }
        char escaped = query.charAt(++at);
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '\\', '"', '\'' -> escaped;
            default -> throw new BadQuery("'\\" + escaped + "' at character " + at + " is no escape of a string");
        };
    }

    private void sign() {
        for (var sign : LONG_SIGNS) {
            if (query.startsWith(sign, at)) {
                take(Kind.SIGN, at + 2);
                return;
            }
        }
        if (SIGNS.indexOf(query.charAt(at)) < 0) {
            throw new BadQuery("'" + query.charAt(at) + "' at character " + (at + 1) + " is not understood");
        }
        take(Kind.SIGN, at + 1);
    }

    private void take(Kind kind, int end) {
        add(kind, query.substring(at, end), at);
        at = end;
    }

    private void add(Kind kind, String text, int start) {
        tokens.add(new Token(kind, text, start + 1));
    }

    private interface Test {
        boolean passes(char character);
    }

    private int end(int from, Test test) {
        int end = from;
        while (end < query.length() && test.passes(query.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
