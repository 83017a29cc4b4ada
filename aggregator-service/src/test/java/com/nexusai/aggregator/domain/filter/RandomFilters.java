package com.nexusai.aggregator.domain.filter;

import com.nexusai.schema.filter.FieldPath;
import com.nexusai.schema.filter.FieldPath.Root;
import com.nexusai.schema.filter.Filter;
import com.nexusai.schema.filter.Literal;
import com.nexusai.schema.filter.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Filters and events over the same few fields and values, so that they often meet. */
public final class RandomFilters {
    private static final List<FieldPath> PATHS = List.of(
            FieldPath.TYPE,
            FieldPath.ACTOR,
            new FieldPath(Root.USER_ID, List.of()),
            new FieldPath(Root.SESSION_ID, List.of()),
            json(Root.PROPERTIES, "n"),
            json(Root.PROPERTIES, "s"),
            json(Root.PROPERTIES, "b"),
            json(Root.PROPERTIES, "a"),
            json(Root.PROPERTIES, "a", "b"),
            json(Root.PROPERTIES, "a", "b", "c"),
            json(Root.PROPERTIES, "x y'é"),
            json(Root.PROPERTIES, "missing"),
            json(Root.CONTEXT, "n"),
            json(Root.CONTEXT, "device", "os"));
    private static final List<String> NAMES = List.of("n", "s", "b", "a", "x y'é", "c", "device", "os", "other");
    private static final List<String> TEXTS = List.of(
            "A",
            "B",
            "AB",
            "",
            "iOS",
            "10",
            "10.50",
            "-1",
            "007",
            "1e2",
            "+1",
            " 1",
            ".5",
            "5.",
            "é\uD83D\uDE00",
            "é\uFFFF",
            "it's",
            "a\\b\"c",
            "tab\tnew\nline",
            "true",
            "9223372036.854775807",
            "92233720368.5");
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "10",
            "10.5",
            "10.500000001",
            "-0.5",
            "100",
            "7",
            "9223372036.854775807",
            "92233720368.5",
            "999999999999999999",
            "-92233720368.5",
            "0.1",
            "0.100000001");
    private static final List<String> JSON_NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "-1",
            "10",
            "10.50",
            "1.05e1",
            "1E+2",
            "-5e-1",
            "7.0",
            "0.1000000004",
            "0.1000000006",
            "92233720368.5",
            "-92233720368.5",
            "999999999999999999",
            "1000000000000000000",
            "10000000000000000000",
            "1e17",
            "1e25",
            "1e-12",
            "123456.789");

    private final Random random;

    public RandomFilters(long seed) {
        this.random = new Random(seed);
    }

    public Filter filter() {
        return filter(3);
    }

    public FieldPath path() {
        return pick(PATHS);
    }

    public TestEvent event(String eventId) {
        return new TestEvent(
                eventId,
                pick(List.of("A", "B", "AB", "10")),
                random.nextInt(5) == 0 ? null : id(),
                object(3),
                object(3));
    }

    private String id() {
        var text = pick(TEXTS);
        return text.isEmpty() ? "u" : text;
    }

    private Filter filter(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 10)) {
            case 0 -> new Filter.Exists(path());
            case 1 -> new Filter.Contains(path(), pick(TEXTS));
            case 2 -> new Filter.StartsWith(path(), pick(TEXTS));
            case 3 -> new Filter.In(path(), random.nextBoolean(), literals());
            case 4, 5 -> compare();
            case 6 -> new Filter.Not(filter(depth - 1));
            case 7, 8 -> new Filter.And(filters(depth - 1));
            default -> new Filter.Or(filters(depth - 1));
        };
    }

    private Filter compare() {
        var value = literal();
        var operator = value instanceof Literal.Bool
                ? pick(List.of(Operator.EQUAL, Operator.NOT_EQUAL))
                : pick(List.of(Operator.values()));
        return new Filter.Compare(path(), operator, value);
    }

    private List<Filter> filters(int depth) {
        var filters = new ArrayList<Filter>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            filters.add(filter(depth));
        }
        return filters;
    }

    private List<Literal> literals() {
        var literals = new ArrayList<Literal>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            literals.add(literal());
        }
        return literals;
    }

    private Literal literal() {
        return switch (random.nextInt(5)) {
            case 0 -> new Literal.Bool(random.nextBoolean());
            case 1, 2 -> new Literal.Decimal(new BigDecimal(pick(NUMBERS)));
            default -> new Literal.Text(pick(TEXTS));
        };
    }

    private String object(int depth) {
        var fields = new ArrayList<String>();
        var names = new ArrayList<>(NAMES);
        java.util.Collections.shuffle(names, random);
        for (var name : names.subList(0, random.nextInt(names.size()))) {
            fields.add(quoted(name) + space() + ":" + space() + value(depth - 1));
        }
        return "{" + space() + String.join(space() + "," + space(), fields) + space() + "}";
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> pick(List.of("true", "false", "null"));
            case 1, 2 -> pick(JSON_NUMBERS);
            case 3 -> pick(List.of("[]", "[1,{\"b\":2}]", "[\"]}\"]"));
            case 4, 5 -> quoted(pick(TEXTS));
            default -> object(depth);
        };
    }

    private String quoted(String text) {
        var quoted = new StringBuilder("\"");
        boolean all = random.nextInt(4) == 0;
        for (char next : text.toCharArray()) {
            if (all || next == '"' || next == '\\' || next < ' ') {
                quoted.append("\\u%04x".formatted((int) next));
            } else {
                quoted.append(next);
            }
        }
        return quoted.append('"').toString();
    }

    private String space() {
        return random.nextInt(4) == 0 ? pick(List.of(" ", "\n", "\t ")) : "";
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static FieldPath json(Root root, String... segments) {
        return new FieldPath(root, List.of(segments));
    }
}
