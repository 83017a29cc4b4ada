package com.nexusai.query.domain;

import com.nexusai.schema.filter.Filter;
import com.nexusai.schema.filter.Literal;
import com.nexusai.schema.filter.Operator;
import com.nexusai.schema.metric.DimensionText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A filter that the values of a metric's dimension can answer, so that nobody has to look at events: equality with
 * texts. Cells do not know whether a value was the text {@code '5'} or the number, so such a text is for the events.
 */
final class DimensionFilter {
    private static final Pattern OF_ANOTHER_KIND = Pattern.compile(
            "-?[0-9.]+|true|false|\\*|" + Pattern.quote(DimensionText.NONE) + "|" + Pattern.quote(DimensionText.OTHER));

    private DimensionFilter() {}

    /** The values that pass, of a filter over this one dimension; empty if cells cannot tell. */
    static Optional<Set<String>> values(Filter filter, String dimension) {
        return switch (filter) {
            case Filter.Compare test ->
                test.operator() == Operator.EQUAL && test.path().text().equals(dimension)
                        ? texts(List.of(test.value()))
                        : Optional.empty();
            case Filter.In test ->
                !test.negated() && test.path().text().equals(dimension) ? texts(test.values()) : Optional.empty();
            case Filter.Or or -> union(or.parts(), dimension);
            case Filter.And and ->
                and.parts().size() == 1 ? values(and.parts().getFirst(), dimension) : Optional.empty();
            case Filter.Not _, Filter.Contains _, Filter.StartsWith _, Filter.Exists _ -> Optional.empty();
        };
    }

    private static Optional<Set<String>> union(List<Filter> parts, String dimension) {
        var all = new HashSet<String>();
        for (var part : parts) {
            var some = values(part, dimension);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(some.get());
        }
        return Optional.of(all);
    }

    private static Optional<Set<String>> texts(List<Literal> literals) {
        var texts = new HashSet<String>();
        for (var literal : literals) {
            var text = text(literal);
            if (text == null) {
                return Optional.empty();
            }
            texts.add(text);
        }
        return Optional.of(texts);
    }

    private static @Nullable String text(Literal literal) {
        return literal instanceof Literal.Text text
                        && text.value().length() <= DimensionText.LONGEST
                        && !OF_ANOTHER_KIND.matcher(text.value()).matches()
                ? text.value()
                : null;
    }
}
