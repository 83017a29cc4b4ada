package com.nexusai.aggregator.domain.filter;

import com.nexusai.schema.filter.FieldPath;
import com.nexusai.schema.filter.FieldPath.Root;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gives every field that a plan looks at a number, so that each is read once however many metrics ask for it. */
public final class Slots {
    private final Map<FieldPath, Integer> numbers = new LinkedHashMap<>();

    /** The field's slot; from the first time on it will be read. */
    public int of(FieldPath path) {
        var next = numbers.size();
        var known = numbers.putIfAbsent(path, next);
        return known == null ? next : known;
    }

    /** Where each slot is found in an event. */
    public FieldLayout layout() {
        var envelope = numbers.keySet().stream().filter(path -> !path.inJson()).toList();
        var roots = envelope.stream().map(FieldPath::root).toArray(Root[]::new);
        int[] slots = envelope.stream().mapToInt(numbers::get).toArray();
        var properties = tree(Root.PROPERTIES);
        var context = tree(Root.CONTEXT);
        int nodes = context.number(properties.number(0));
        return new FieldLayout(
                numbers.size(), roots, slots, properties, properties.slots(), context, context.slots(), nodes);
    }

    private PathTree tree(Root root) {
        var tree = new PathTree();
        numbers.forEach((path, slot) -> {
            if (path.root() == root) {
                tree.add(path.segments(), slot);
            }
        });
        return tree;
    }
}
