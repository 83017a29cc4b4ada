package com.nexusai.aggregator.domain.filter;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values at some paths of a JSON object, in one pass that stops when it has them all. It makes no objects,
 * where a parser makes several for each event. It relies on the door for well-formed JSON: of anything else it finds
 * less, but it always ends.
 */
final class JsonScan {
    private final EventFields fields;
    private long[] visits = {};
    private long scan;

    private byte[] json = {};
    private int at;
    private int end;
    private int wanted;
    private boolean escaped;

    JsonScan(EventFields fields) {
        this.fields = fields;
    }

    void read(byte[] source, int offset, int length, PathTree tree, int slots, int nodes) {
        if (visits.length < nodes) {
            visits = Arrays.copyOf(visits, nodes);
        }
        scan++;
        json = source;
        at = offset;
        end = offset + length;
        wanted = slots;
        skipSpaces();
        if (at < end && json[at] == '{') {
            object(tree);
        }
    }

    private void object(PathTree tree) {
        at++;
        while (wanted > 0) {
            skipSpaces();
            if (at < end && json[at] == ',') {
                at++;
                skipSpaces();
            }
            if (at >= end || json[at] != '"') {
                leave();
                return;
            }
            int from = at + 1;
            int to = string();
            var child = escaped ? unescapedChild(tree, from, to) : tree.child(json, from, to);
            skipSpaces();
            if (at >= end || json[at] != ':') {
                at = end;
                return;
            }
            at++;
            skipSpaces();
            if (child == null || visits[child.number()] == scan) {
                skipValue();
            } else {
                // of a name that is there twice the first one counts
                visits[child.number()] = scan;
                value(child);
            }
        }
    }

    /** Behind the closing brace; to the very end where something else stands. */
    private void leave() {
        at = at < end && json[at] == '}' ? at + 1 : end;
    }

    private void value(PathTree node) {
        if (at >= end) {
            return;
        }
        int slot = node.slot();
        if (slot != PathTree.NO_SLOT) {
            wanted--;
        }
        switch (json[at]) {
            case '"' -> text(slot);
            case '{' -> {
                nested(slot);
                if (node.isLeaf()) {
                    skipValue();
                } else {
                    object(node);
                }
            }
            case '[' -> {
                nested(slot);
                skipValue();
            }
            case 't', 'f' -> {
                if (slot != PathTree.NO_SLOT) {
                    fields.setBool(slot, json[at] == 't');
                }
                skipValue();
            }
            case 'n' -> skipValue();
            default -> number(slot);
        }
    }

    private void text(int slot) {
        int from = at + 1;
        int to = string();
        if (slot == PathTree.NO_SLOT) {
            return;
        }
        if (escaped) {
            byte[] plain = JsonEscapes.unescape(json, from, to);
            fields.setText(slot, plain, 0, plain.length);
        } else {
            fields.setText(slot, json, from, to);
        }
    }

    private void nested(int slot) {
        if (slot != PathTree.NO_SLOT) {
            fields.setNested(slot);
        }
    }

    private void number(int slot) {
        int from = at;
        skipValue();
        if (slot != PathTree.NO_SLOT && at > from) {
            fields.setNumber(slot, json, from, at);
        }
    }

    private @Nullable PathTree unescapedChild(PathTree tree, int from, int to) {
        byte[] name = JsonEscapes.unescape(json, from, to);
        return tree.child(name, 0, name.length);
    }

    private void skipValue() {
        int depth = 0;
        while (at < end) {
            switch (json[at]) {
                case '"' -> {
                    string();
                    if (depth == 0) {
                        return;
                    }
                }
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    if (depth == 0) {
                        return;
                    }
                    at++;
                    if (--depth == 0) {
                        return;
                    }
                }
                case ',', ' ', '\n', '\r', '\t' -> {
                    if (depth == 0) {
                        return;
                    }
                    at++;
                }
                default -> at++;
            }
        }
    }

    /** Passes a string and notes whether it has escapes. @return where its closing quote is */
    private int string() {
        escaped = false;
        int next = at + 1;
        while (next < end) {
            byte octet = json[next];
            if (octet == '"') {
                at = next + 1;
                return next;
            }
            if (octet == '\\') {
                escaped = true;
                next++;
            }
            next++;
        }
        at = end;
        return end;
    }

    private void skipSpaces() {
        while (at < end && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
            at++;
        }
    }
}
