package com.nexusai.aggregator.domain.filter;

import com.nexusai.schema.filter.Filter;
import com.nexusai.schema.filter.Literal;
import java.util.List;

/** Makes conditions of filters. Each field that one looks at gets a slot. */
public final class FilterCompiler {
    private final Slots slots;

    public FilterCompiler(Slots slots) {
        this.slots = slots;
    }

    public Condition compile(Filter filter) {
        return switch (filter) {
            case Filter.And and -> all(and.parts());
            case Filter.Or or -> any(or.parts());
            case Filter.Not not -> {
                var part = compile(not.part());
                yield fields -> !part.matches(fields);
            }
            case Filter.Exists exists -> {
                int slot = slots.of(exists.path());
                yield fields -> fields.exists(slot);
            }
            case Filter.Contains contains -> new ContainsTest(slots.of(contains.path()), contains.part());
            case Filter.StartsWith starts -> new StartsWithTest(slots.of(starts.path()), starts.start());
            case Filter.In in -> ListTest.of(slots.of(in.path()), in.negated(), in.values());
            case Filter.Compare compare -> compare(compare);
        };
    }

    private Condition compare(Filter.Compare compare) {
        int slot = slots.of(compare.path());
        return switch (compare.value()) {
            case Literal.Text text -> new TextTest(slot, compare.operator(), text.value());
            case Literal.Decimal number -> NumberTest.of(slot, compare.operator(), number.value());
            case Literal.Bool bool -> new BoolTest(slot, compare.operator(), bool.value());
        };
    }

    private Condition all(List<Filter> filters) {
        var parts = compile(filters);
        return switch (parts.length) {
            case 0 -> Condition.ALWAYS;
            case 1 -> parts[0];
            default ->
                fields -> {
                    for (var part : parts) {
                        if (!part.matches(fields)) {
                            return false;
                        }
                    }
                    return true;
                };
        };
    }

    private Condition any(List<Filter> filters) {
        var parts = compile(filters);
        return switch (parts.length) {
            case 0 -> Condition.NEVER;
            case 1 -> parts[0];
            default ->
                fields -> {
                    for (var part : parts) {
                        if (part.matches(fields)) {
                            return true;
                        }
                    }
                    return false;
                };
        };
    }

    private Condition[] compile(List<Filter> filters) {
        return filters.stream().map(this::compile).toArray(Condition[]::new);
    }
}
