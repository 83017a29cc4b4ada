package com.nexusai.query.promql;

import static java.util.Locale.ROOT;

import com.nexusai.query.promql.Expression.Aggregate;
import com.nexusai.query.promql.Expression.Aggregation;
import com.nexusai.query.promql.Expression.Arithmetic;
import com.nexusai.query.promql.Expression.Function;
import com.nexusai.query.promql.Expression.OverTime;
import com.nexusai.query.promql.Expression.Selector;
import com.nexusai.query.promql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads queries, top down. What Prometheus would take and we do not is named in the refusal. */
public final class Parser {
    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 50;

    private final Cursor cursor;
    private int depth;

    private Parser(String query) {
        if (query.length() > LONGEST) {
            throw new BadQuery("a query may have " + LONGEST + " characters");
        }
        cursor = new Cursor(Tokens.of(query));
    }

    /** @throws BadQuery if it is not understood, or not supported */
    public static Expression parse(String query) {
        var parser = new Parser(query);
        var expression = parser.sum();
        parser.cursor.refuseOtherOperators();
        if (parser.cursor.peek().kind() != Kind.END) {
            throw parser.cursor.unexpected();
        }
        return expression;
    }

    /** Of the parameter {@code match[]}. */
    public static Selector parseSelector(String text) {
        if (parse(text) instanceof Selector selector) {
            return selector;
        }
        throw new BadQuery("'" + text + "' is no selector of series, such as events_by_type{type=\"USER_LOGIN\"}");
    }

    private Expression sum() {
        if (++depth > DEEPEST) {
            throw new BadQuery("the query is nested too deeply");
        }
        var left = product();
        while (cursor.peek().is("+") || cursor.peek().is("-")) {
            left = new Arithmetic(cursor.take().text().charAt(0), left, product());
        }
        depth--;
        return left;
    }

    private Expression product() {
        var left = signed();
        while (cursor.peek().is("*") || cursor.peek().is("/")) {
            left = new Arithmetic(cursor.take().text().charAt(0), left, signed());
        }
        cursor.refuseOtherOperators();
        return left;
    }

    private Expression signed() {
        boolean negative = false;
        while (cursor.peek().is("+") || cursor.peek().is("-")) {
            negative ^= cursor.take().is("-");
        }
        var value = single();
        if (!negative) {
            return value;
        }
        return value instanceof Expression.Literal(var number)
                ? new Expression.Literal(-number)
                : new Arithmetic('*', new Expression.Literal(-1), value);
    }

    private Expression single() {
        var token = cursor.peek();
        if (token.is("(")) {
            cursor.take();
            var inner = sum();
            cursor.expect(")");
            return inner;
        }
        return switch (token.kind()) {
            case NUMBER -> new Expression.Literal(number(cursor.take()));
            case NAME -> named();
            case SIGN -> {
                if (!token.is("{")) {
                    throw cursor.unexpected();
                }
                yield selector();
            }
            case STRING -> throw BadQuery.unsupported("a text as a value");
            case DURATION, END -> throw cursor.unexpected();
        };
    }

    private Expression named() {
        var word = cursor.peek().text().toLowerCase(ROOT);
        var after = cursor.peekAfter();
        if (word.equals("inf") || word.equals("nan")) {
            cursor.take();
            return new Expression.Literal(word.equals("nan") ? Double.NaN : Double.POSITIVE_INFINITY);
        }
        var aggregation = find(Aggregation.values(), word);
        if (aggregation != null && (after.is("(") || after.isWord("by") || after.isWord("without"))) {
            cursor.take();
            return aggregate(aggregation);
        }
        if (!after.is("(")) {
            return selector();
        }
        var function = find(Function.values(), word);
        if (function == null) {
            throw BadQuery.unsupported("'" + cursor.peek().text() + "'");
        }
        cursor.take();
        return overTime(function);
    }

    private Expression aggregate(Aggregation aggregation) {
        var grouping = grouping();
        cursor.expect("(");
        var first = sum();
        Double parameter = null;
        if (aggregation.picks()) {
            if (!(first instanceof Expression.Literal(var many))) {
                throw new BadQuery(aggregation.name().toLowerCase(ROOT) + " takes a number and what it picks from");
            }
            parameter = many;
            cursor.expect(",");
            first = sum();
        }
        cursor.expect(")");
        if (grouping == null) {
            grouping = grouping();
        }
        return new Aggregate(
                aggregation,
                first,
                grouping != null && grouping.without,
                grouping == null ? List.of() : grouping.labels,
                parameter);
    }

    private record Grouping(boolean without, List<String> labels) {}

    private @Nullable Grouping grouping() {
        if (!cursor.peek().isWord("by") && !cursor.peek().isWord("without")) {
            return null;
        }
        boolean without = cursor.take().isWord("without");
        cursor.expect("(");
        var labels = new ArrayList<String>();
        while (!cursor.peek().is(")")) {
            labels.add(cursor.name());
            if (!cursor.peek().is(")")) {
                cursor.expect(",");
            }
        }
        cursor.expect(")");
        return new Grouping(without, labels);
    }

    private Expression overTime(Function function) {
        cursor.expect("(");
        if (!SelectorParser.beginsAt(cursor)) {
            throw new BadQuery(
                    function.name().toLowerCase(ROOT) + " takes a selector with a range, such as events[5m]");
        }
        var selector = SelectorParser.read(cursor);
        if (!cursor.peek().is("[")) {
            throw new BadQuery(function.name().toLowerCase(ROOT) + " needs a range, such as [5m]");
        }
        cursor.take();
        var range = cursor.take();
        if (range.kind() != Kind.DURATION) {
            throw new BadQuery(range.shown() + " at character " + range.at() + " is not a length of time such as 5m");
        }
        if (cursor.peek().is(":")) {
            throw BadQuery.unsupported("a subquery");
        }
        cursor.expect("]");
        cursor.refuseShifts();
        cursor.expect(")");
        return new OverTime(function, selector, PromDuration.millis(range.text()));
    }

    private Selector selector() {
        var selector = SelectorParser.read(cursor);
        if (cursor.peek().is("[")) {
            throw BadQuery.unsupported("a range without a function");
        }
        cursor.refuseShifts();
        return selector;
    }

    private static double number(Token token) {
        try {
            return token.text().startsWith("0x")
                    ? Long.decode(token.text())
                    : Double.parseDouble(token.text().replaceAll("[dDfF]$", "?"));
        } catch (NumberFormatException none) {
            throw new BadQuery(token.shown() + " at character " + token.at() + " is no number");
        }
    }

    private static <E extends Enum<E>> @Nullable E find(E[] all, String word) {
        for (var each : all) {
            if (each.name().toLowerCase(ROOT).equals(word)) {
                return each;
            }
        }
        return null;
    }
}
