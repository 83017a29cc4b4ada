package com.nexusai.aggregator.domain.filter;

import com.nexusai.schema.filter.FieldPath;
import com.nexusai.schema.filter.Filter;
import com.nexusai.schema.filter.Literal;
import com.nexusai.schema.filter.Operator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** What a filter means, said in the plainest way: over trees, with exact decimals. */
public final class NaiveFilter {
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private NaiveFilter() {}

    public static boolean matches(Filter filter, TestEvent event) {
        return switch (filter) {
            case Filter.And and -> and.parts().stream().allMatch(part -> matches(part, event));
            case Filter.Or or -> or.parts().stream().anyMatch(part -> matches(part, event));
            case Filter.Not not -> !matches(not.part(), event);
            case Filter.Exists test -> value(test.path(), event) != null;
            case Filter.Contains test ->
                value(test.path(), event) instanceof StringNode text
                        && text.asString().contains(test.part());
            case Filter.StartsWith test ->
                value(test.path(), event) instanceof StringNode text
                        && text.asString().startsWith(test.start());
            case Filter.In test -> {
                var value = value(test.path(), event);
                boolean listed = test.values().stream().anyMatch(literal -> equal(value, literal));
                yield value != null && listed != test.negated();
            }
            case Filter.Compare test -> compare(value(test.path(), event), test.operator(), test.value());
        };
    }

    /** The value of a path; null where there is none. */
    static @Nullable JsonNode value(FieldPath path, TestEvent event) {
        var node = switch (path.root()) {
            case TYPE -> StringNode.valueOf(event.type());
            case USER_ID, ACTOR -> event.userId() == null ? null : StringNode.valueOf(event.userId());
            case ANONYMOUS_ID, SESSION_ID -> null;
            case EVENT_ID -> StringNode.valueOf(event.eventId());
            case PROPERTIES -> EXACT.readTree(event.propertiesJson());
            case CONTEXT -> EXACT.readTree(event.contextJson());
        };
        for (var segment : path.segments()) {
            node = node == null ? null : node.get(segment);
        }
        return node == null || node.isNull() ? null : node;
    }

    /** Null where it is no number. */
    static @Nullable BigDecimal number(@Nullable JsonNode value) {
        BigDecimal number;
        if (value != null && value.isNumber()) {
            number = value.decimalValue();
        } else if (value instanceof StringNode text && text.asString().matches("-?[0-9]+(\\.[0-9]+)?")) {
            number = new BigDecimal(text.asString());
        } else {
            return null;
        }
        var rounded = number.setScale(9, RoundingMode.HALF_EVEN);
        return rounded.abs().compareTo(BigDecimal.TEN.pow(18)) < 0 ? rounded : null;
    }

    private static boolean compare(@Nullable JsonNode value, Operator operator, Literal literal) {
        if (value == null) {
            return false;
        }
        if (!operator.orders()) {
            return equal(value, literal) == (operator == Operator.EQUAL);
        }
        return switch (literal) {
            case Literal.Text text ->
                value instanceof StringNode node && operator.holds(order(node.asString(), text.value()));
            case Literal.Decimal decimal -> {
                var number = number(value);
                yield number != null && operator.holds(number.compareTo(decimal.value()));
            }
            case Literal.Bool bool -> throw new IllegalArgumentException();
        };
    }

    private static boolean equal(@Nullable JsonNode value, Literal literal) {
        return switch (literal) {
            case Literal.Text text ->
                value instanceof StringNode node && node.asString().equals(text.value());
            case Literal.Decimal decimal -> {
                var number = number(value);
                yield number != null && number.compareTo(decimal.value()) == 0;
            }
            case Literal.Bool bool -> value != null && value.isBoolean() && value.booleanValue() == bool.value();
        };
    }

    private static int order(String left, String right) {
        return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
