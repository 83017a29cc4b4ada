package com.nexusai.aggregator.domain.filter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names that are looked for below one JSON object. */
final class PathTree {
    static final int NO_SLOT = -1;

    private byte[][] names = {};
    private PathTree[] children = {};
    private int slot = NO_SLOT;
    private int number;

    void add(List<String> segments, int slot) {
        var node = this;
        for (var segment : segments) {
            node = node.childNamed(segment.getBytes(StandardCharsets.UTF_8));
        }
        node.slot = slot;
    }

    /** Numbers the nodes, this one first. @return the next free number */
    int number(int first) {
        number = first;
        int next = first + 1;
        for (var child : children) {
            next = child.number(next);
        }
        return next;
    }

    int number() {
        return number;
    }

    int slot() {
        return slot;
    }

    boolean isLeaf() {
        return children.length == 0;
    }

    /** How many slots are filled from here. */
    int slots() {
        int count = slot == NO_SLOT ? 0 : 1;
        for (var child : children) {
            count += child.slots();
        }
        return count;
    }

    @Nullable
    PathTree child(byte[] json, int from, int to) {
        for (int i = 0; i < names.length; i++) {
            var name = names[i];
            if (name.length == to - from && Arrays.equals(json, from, to, name, 0, name.length)) {
                return children[i];
            }
        }
        return null;
    }

    private PathTree childNamed(byte[] name) {
        var known = child(name, 0, name.length);
        if (known != null) {
            return known;
        }
        var child = new PathTree();
        names = Arrays.copyOf(names, names.length + 1);
        names[names.length - 1] = name;
        children = Arrays.copyOf(children, children.length + 1);
        children[children.length - 1] = child;
        return child;
    }
}
