package com.nexusai.aggregator.domain.metric;

import com.nexusai.schema.filter.FieldPath;
import com.nexusai.schema.filter.Filter;
import com.nexusai.schema.filter.Literal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which types some filters tell apart. All other types have the same plan, so a new type with every event, which
 * anybody may send, costs nothing.
 */
final class TypeVocabulary {
    private final Set<String> named = new HashSet<>();
    private boolean anyType;

    private TypeVocabulary() {}

    static TypeVocabulary of(List<CompiledMetric> metrics) {
        var vocabulary = new TypeVocabulary();
        for (var metric : metrics) {
            vocabulary.add(metric.filter());
            metric.steps().forEach(vocabulary::add);
        }
        return vocabulary;
    }

    /** Whether a filter may treat this type otherwise than one that nobody has heard of. */
    boolean tellsApart(String type) {
        return anyType || named.contains(type);
    }

    private void add(Filter filter) {
        switch (filter) {
            case Filter.And and -> and.parts().forEach(this::add);
            case Filter.Or or -> or.parts().forEach(this::add);
            case Filter.Not not -> add(not.part());
            case Filter.Compare test -> {
                if (test.operator().orders()) {
                    addAny(test.path());
                } else {
                    add(test.path(), test.value());
                }
            }
            case Filter.In test -> test.values().forEach(value -> add(test.path(), value));
            case Filter.Contains test -> addAny(test.path());
            case Filter.StartsWith test -> addAny(test.path());
            case Filter.Exists test -> {
                // every event has a type
            }
        }
    }

    private void add(FieldPath path, Literal value) {
        if (value instanceof Literal.Text text && path.equals(FieldPath.TYPE)) {
            named.add(text.value());
        } else {
            addAny(path);
        }
    }

    private void addAny(FieldPath path) {
        anyType |= path.equals(FieldPath.TYPE);
    }
}
