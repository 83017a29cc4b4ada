package com.nexusai.query.promql;

import static java.util.Locale.ROOT;

import com.nexusai.query.promql.Token.Kind;
import java.util.List;
import java.util.Set;

/** Where in a query one is reading. */
final class Cursor {
    private static final Set<String> OTHER_WORDS =
            Set.of("and", "or", "unless", "atan2", "bool", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> OTHER_SIGNS = Set.of("==", "!=", ">=", "<=", ">", "<", "%", "^");

    private final List<Token> tokens;
    private int next;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peekAfter() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        var token = tokens.get(next);
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    boolean takes(String sign) {
        if (!peek().is(sign)) {
            return false;
        }
        next++;
        return true;
    }

    String name() {
        if (peek().kind() != Kind.NAME) {
            throw unexpected();
        }
        return take().text();
    }

    void expect(String sign) {
        if (!takes(sign)) {
            throw new BadQuery("'" + sign + "' is missing before " + peek().shown() + " at character " + peek().at());
        }
    }

    BadQuery unexpected() {
        return new BadQuery(peek().shown() + " at character " + peek().at() + " is not expected there");
    }

    void refuseOtherOperators() {
        var token = peek();
        boolean word =
                token.kind() == Kind.NAME && OTHER_WORDS.contains(token.text().toLowerCase(ROOT));
        if (word || (token.kind() == Kind.SIGN && OTHER_SIGNS.contains(token.text()))) {
            throw BadQuery.unsupported("'" + token.text() + "'");
        }
    }

    void refuseShifts() {
        if (peek().isWord("offset") || peek().is("@")) {
            throw BadQuery.unsupported("'" + peek().text() + "'");
        }
    }
}
