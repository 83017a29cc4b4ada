package com.nexusai.schema.filter;

import com.nexusai.schema.event.Surrogates;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a filter, such as {@code type = 'PAYMENT_COMPLETED' and not (properties.amount < 10 or userId starts with
 * 'test-')}. Recursive descent over at most {@link #LONGEST} characters, so it ends soon whatever it is given.
 */
public final class FilterParser {
    public static final int LONGEST = 2000;
    static final int DEEPEST = 20;
    static final int MOST_TESTS = 100;
    static final int MOST_IN_LIST = 100;

    private static final String A_TEST = "expected a test, such as type = 'MESSAGE_SENT' or exists(properties.plan)";

    private final Cursor cursor;
    private final PathReader paths;
    private int depth;
    private int nodes;

    private FilterParser(String text) {
        this.cursor = new Cursor(text);
        this.paths = new PathReader(cursor);
    }

    public static Parsing<Filter> parse(String text) {
        try {
            checkText(text);
            return new Parsing.Parsed<>(new FilterParser(text).whole());
        } catch (SyntaxFault fault) {
            return fault.failed();
        }
    }

    /** Reads a path alone, such as {@code context.device.os}. */
    public static Parsing<FieldPath> parsePath(String text) {
        try {
            checkText(text);
            return new Parsing.Parsed<>(new PathReader(new Cursor(text)).whole());
        } catch (SyntaxFault fault) {
            return fault.failed();
        }
    }

    private static void checkText(String text) throws SyntaxFault {
        if (text.length() > LONGEST) {
            throw new SyntaxFault(
                    LONGEST, "has " + text.length() + " characters, at most " + LONGEST + " are accepted");
        }
        if (!Surrogates.arePaired(text)) {
            throw new SyntaxFault(0, "has half of a surrogate pair");
        }
    }

    private Filter whole() throws SyntaxFault {
        var filter = alternatives();
        if (!cursor.atEnd()) {
            throw fault("expected 'and', 'or' or the end");
        }
        return filter;
    }

    private Filter alternatives() throws SyntaxFault {
        var parts = new ArrayList<Filter>();
        do {
            parts.add(conjunction());
        } while (takeWord("or"));
        return parts.size() == 1 ? parts.getFirst() : counted(new Filter.Or(parts));
    }

    private Filter conjunction() throws SyntaxFault {
        var parts = new ArrayList<Filter>();
        do {
            parts.add(term());
        } while (takeWord("and"));
        return parts.size() == 1 ? parts.getFirst() : counted(new Filter.And(parts));
    }

    private Filter term() throws SyntaxFault {
        if (takeWord("not")) {
            deeper();
            var negated = counted(new Filter.Not(term()));
            depth--;
            return negated;
        }
        if (take("(")) {
            deeper();
            var inner = alternatives();
            expect(")", "expected 'and', 'or' or ')'");
            depth--;
            return inner;
        }
        if (takeWord("exists")) {
            expect("(", "expected '(' after exists");
            var path = path("expected a field, such as properties.plan");
            expect(")", "expected ')'");
            return counted(new Filter.Exists(path));
        }
        return counted(test(path(A_TEST)));
    }

    private Filter test(FieldPath path) throws SyntaxFault {
        if (takeWord("not")) {
            if (!takeWord("in")) {
                throw fault("expected 'in' after 'not'; to negate a test, write not before it");
            }
            return new Filter.In(path, true, list());
        }
        if (takeWord("in")) {
            return new Filter.In(path, false, list());
        }
        if (takeWord("contains")) {
            return new Filter.Contains(path, text());
        }
        if (takeWord("starts")) {
            if (!takeWord("with")) {
                throw fault("expected 'with' after 'starts'");
            }
            return new Filter.StartsWith(path, text());
        }
        int at = cursor.at();
        var operator = operator();
        var value = literal();
        if (operator.orders() && value instanceof Literal.Bool) {
            throw new SyntaxFault(at, "true and false have no order; use = or !=");
        }
        return new Filter.Compare(path, operator, value);
    }

    private Operator operator() throws SyntaxFault {
        // the longer ones first, since < begins <= too
        for (var operator : List.of(
                Operator.NOT_EQUAL,
                Operator.AT_MOST,
                Operator.AT_LEAST,
                Operator.EQUAL,
                Operator.LESS,
                Operator.GREATER)) {
            if (take(operator.sign())) {
                return operator;
            }
        }
        throw fault("expected =, !=, <, <=, >, >=, in, not in, contains or starts with");
    }

    private List<Literal> list() throws SyntaxFault {
        int from = cursor.at();
        var values = new ArrayList<Literal>();
        expect("(", "expected '(' and a list of values");
        do {
            values.add(literal());
        } while (take(","));
        expect(")", "expected ',' or ')'");
        if (values.size() > MOST_IN_LIST) {
            throw new SyntaxFault(from, "the list has " + values.size() + " values, at most " + MOST_IN_LIST);
        }
        return values;
    }

    private Literal literal() throws SyntaxFault {
        cursor.skipSpaces();
        if (cursor.nextIs('\'')) {
            return new Literal.Text(cursor.quoted());
        }
        if (cursor.nextIsDigit() || cursor.nextIs('-')) {
            return new Literal.Decimal(cursor.number());
        }
        if (cursor.takeWord("true")) {
            return new Literal.Bool(true);
        }
        if (cursor.takeWord("false")) {
            return new Literal.Bool(false);
        }
        if (cursor.takeWord("null")) {
            throw fault("null is no value; use exists(...) or not exists(...)");
        }
        throw fault("expected a value: a text in single quotes, a number, true or false");
    }

    private String text() throws SyntaxFault {
        cursor.skipSpaces();
        if (!cursor.nextIs('\'')) {
            throw fault("expected a text in single quotes");
        }
        return cursor.quoted();
    }

    private FieldPath path(String otherwise) throws SyntaxFault {
        cursor.skipSpaces();
        return paths.path(otherwise);
    }

    private Filter counted(Filter filter) throws SyntaxFault {
        if (++nodes > MOST_TESTS) {
            throw fault("the filter has more than " + MOST_TESTS + " tests and connectives up to here");
        }
        return filter;
    }

    private void deeper() throws SyntaxFault {
        if (++depth > DEEPEST) {
            throw fault("the filter is nested deeper than " + DEEPEST);
        }
    }

    private boolean take(String sign) {
        cursor.skipSpaces();
        return cursor.take(sign);
    }

    private boolean takeWord(String word) {
        cursor.skipSpaces();
        return cursor.takeWord(word);
    }

    private void expect(String sign, String otherwise) throws SyntaxFault {
        if (!take(sign)) {
            throw fault(otherwise);
        }
    }

    private SyntaxFault fault(String message) {
        return new SyntaxFault(cursor.at(), message);
    }
}
