package com.nexusai.schema.filter;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/** Filters as conditions of ClickHouse. */
final class FilterSql {
    private final EventSql fields;

    FilterSql(EventSql fields) {
        this.fields = fields;
    }

    String condition(Filter filter) {
        return switch (filter) {
            case Filter.And and -> connected(and.parts(), " AND ", "1");
            case Filter.Or or -> connected(or.parts(), " OR ", "0");
            case Filter.Not not -> "NOT " + condition(not.part());
            case Filter.Exists exists -> "(" + fields.exists(exists.path()) + ")";
            case Filter.Contains test ->
                "(" + fields.isText(test.path()) + " AND position(" + fields.text(test.path()) + ", "
                        + fields.bound(test.part()) + ") > 0)";
            case Filter.StartsWith test ->
                "(" + fields.isText(test.path()) + " AND startsWith(" + fields.text(test.path()) + ", "
                        + fields.bound(test.start()) + "))";
            case Filter.Compare test -> compare(test);
            case Filter.In test ->
                test.negated()
                        ? "(" + fields.exists(test.path()) + " AND NOT " + listed(test.path(), test.values()) + ")"
                        : listed(test.path(), test.values());
        };
    }

    private String connected(List<Filter> parts, String word, String ofNone) {
        return parts.isEmpty() ? ofNone : parts.stream().map(this::condition).collect(joining(word, "(", ")"));
    }

    private String compare(Filter.Compare test) {
        var path = test.path();
        return switch (test.operator()) {
            case EQUAL -> listed(path, List.of(test.value()));
            case NOT_EQUAL -> "(" + fields.exists(path) + " AND NOT " + listed(path, List.of(test.value())) + ")";
            case LESS, AT_MOST, GREATER, AT_LEAST -> ordered(path, test.operator(), test.value());
        };
    }

    private String ordered(FieldPath path, Operator operator, Literal value) {
        return switch (value) {
            case Literal.Text text ->
                "(" + fields.isText(path) + " AND " + fields.text(path) + " " + operator.sign() + " "
                        + fields.bound(text.value()) + ")";
            case Literal.Decimal number ->
                "ifNull(" + fields.number(path) + " " + operator.sign() + " " + decimal(number) + ", 0)";
            case Literal.Bool bool -> throw new IllegalArgumentException("true and false have no order");
        };
    }

    private String listed(FieldPath path, List<Literal> values) {
        var ways = new ArrayList<String>();
        var texts = new ArrayList<String>();
        var numbers = new ArrayList<String>();
        for (var value : values) {
            switch (value) {
                case Literal.Text text -> texts.add(fields.bound(text.value()));
                case Literal.Decimal number -> numbers.add(decimal(number));
                case Literal.Bool bool -> ways.add(fields.isBool(path, bool.value()));
            }
        }
        if (!texts.isEmpty()) {
            ways.add("(" + fields.isText(path) + " AND has([" + String.join(", ", texts) + "], " + fields.text(path)
                    + "))");
        }
        if (!numbers.isEmpty()) {
            ways.add("ifNull(has([" + String.join(", ", numbers) + "], " + fields.number(path) + "), 0)");
        }
        return "(" + String.join(" OR ", ways) + ")";
    }

    private String decimal(Literal.Decimal number) {
        return "toDecimal256(" + fields.bound(number.value().toPlainString()) + ", 9)";
    }
}
