package com.nexusai.aggregator.domain.filter;

import com.nexusai.schema.filter.FieldPath;
import com.nexusai.schema.filter.Filter;
import java.util.ArrayList;
import java.util.List;

/**
 * What is left of a filter once the event's type is known. Most filters name a type, so for most types nothing is left,
 * and an event that nobody asks about is not looked into.
 */
public final class TypeFold {
    /** No event. */
    public static final Filter NONE = new Filter.Or(List.of());

    private final String type;
    private final EventFields fields = new EventFields();

    public TypeFold(String type) {
        this.type = type;
    }

    /** {@link Filter#ALL}, {@link #NONE}, or a filter that looks at other fields. */
    public Filter fold(Filter filter) {
        return switch (filter) {
            case Filter.And and -> connected(and.parts(), Filter.ALL, NONE);
            case Filter.Or or -> connected(or.parts(), NONE, Filter.ALL);
            case Filter.Not not -> negated(fold(not.part()));
            case Filter.Compare test -> test(test.path(), test);
            case Filter.In test -> test(test.path(), test);
            case Filter.Contains test -> test(test.path(), test);
            case Filter.StartsWith test -> test(test.path(), test);
            case Filter.Exists test -> test(test.path(), test);
        };
    }

    /**
     * @param neutral a part that changes nothing
     * @param decisive a part that decides alone
     */
    private Filter connected(List<Filter> parts, Filter neutral, Filter decisive) {
        var left = new ArrayList<Filter>();
        for (var part : parts) {
            var folded = fold(part);
            if (folded.equals(decisive)) {
                return decisive;
            }
            if (!folded.equals(neutral)) {
                left.add(folded);
            }
        }
        if (left.size() == 1) {
            return left.getFirst();
        }
        return neutral.equals(Filter.ALL) ? new Filter.And(left) : new Filter.Or(left);
    }

    private static Filter negated(Filter folded) {
        if (folded.equals(Filter.ALL)) {
            return NONE;
        }
        return folded.equals(NONE) ? Filter.ALL : new Filter.Not(folded);
    }

    private Filter test(FieldPath path, Filter test) {
        if (!path.equals(FieldPath.TYPE)) {
            return test;
        }
        var condition = new FilterCompiler(new Slots()).compile(test);
        fields.readText(type);
        return condition.matches(fields) ? Filter.ALL : NONE;
    }
}
