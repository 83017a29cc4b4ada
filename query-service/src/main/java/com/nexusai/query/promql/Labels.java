package com.nexusai.query.promql;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What tells one line of an answer from the others. */
public record Labels(SortedMap<String, String> values) {
    public static final String NAME = "__name__";

    static final Labels NONE = new Labels(new TreeMap<>());

    public Labels {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    static Labels of(Map<String, String> values) {
        return new Labels(new TreeMap<>(values));
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** What is computed is not the metric any more. */
    Labels withoutName() {
        return values.containsKey(NAME) ? without(List.of()) : this;
    }

    Labels only(Collection<String> names) {
        var some = new TreeMap<>(values);
        some.keySet().retainAll(names);
        return new Labels(some);
    }

    /** Without these, and without the name. */
    Labels without(Collection<String> names) {
        var some = new TreeMap<>(values);
        some.keySet().removeAll(names);
        some.remove(NAME);
        return new Labels(some);
    }
}
