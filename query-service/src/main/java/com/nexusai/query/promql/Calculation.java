package com.nexusai.query.promql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/** Arithmetic of numbers and lines, moment by moment. Two lines belong together if they have the same labels. */
final class Calculation {
    private Calculation() {}

    static Value of(char operator, Value left, Value right) {
        DoubleBinaryOperator calculate = switch (operator) {
            case '+' -> Double::sum;
            case '-' -> (one, other) -> one - other;
            case '*' -> (one, other) -> one * other;
            default -> (one, other) -> one / other;
        };
        return switch (left) {
            case Value.Scalar(var one) ->
                switch (right) {
                    case Value.Scalar(var other) -> new Value.Scalar(each(calculate, one, other));
                    case Value.Vector(var lines) ->
                        named(lines.stream()
                                .map(line -> new Line(line.labels().withoutName(), each(calculate, one, line.values())))
                                .toList());
                };
            case Value.Vector(var lines) ->
                switch (right) {
                    case Value.Scalar(var other) ->
                        named(lines.stream()
                                .map(line ->
                                        new Line(line.labels().withoutName(), each(calculate, line.values(), other)))
                                .toList());
                    case Value.Vector(var others) -> paired(calculate, lines, others);
                };
        };
    }

    private static Value paired(DoubleBinaryOperator calculate, List<Line> left, List<Line> right) {
        Map<Labels, Line> others = new HashMap<>();
        for (var line : right) {
            if (others.put(line.labels().withoutName(), line) != null) {
                throw twice(line);
            }
        }
        var lines = new ArrayList<Line>();
        for (var line : left) {
            var labels = line.labels().withoutName();
            var other = others.get(labels);
            if (other != null) {
                lines.add(new Line(labels, each(calculate, line.values(), other.values())));
            }
        }
        return named(lines);
    }

    /** @throws BadQuery if two lines have the same labels, as they have when only their names differed */
    static Value.Vector named(List<Line> lines) {
        var seen = new HashSet<Labels>();
        for (var line : lines) {
            if (!seen.add(line.labels())) {
                throw twice(line);
            }
        }
        return new Value.Vector(lines);
    }

    private static BadQuery twice(Line line) {
        return new BadQuery("several lines have the labels "
                + line.labels().withoutName().values() + " once they have no name any more");
    }

    private static double[] each(DoubleBinaryOperator calculate, double[] left, double[] right) {
        var values = Line.nothing(left.length);
        for (int i = 0; i < values.length; i++) {
            if (!Line.isAbsent(left[i]) && !Line.isAbsent(right[i])) {
                values[i] = calculate.applyAsDouble(left[i], right[i]);
            }
        }
        return values;
    }
}
