package com.nexusai.schema.filter;

import static java.util.stream.Collectors.joining;

import com.nexusai.schema.filter.FieldPath.Root;
import java.util.ArrayList;
import java.util.Arrays;

/** Reads the path of a field: {@code properties.plan}, {@code context.'odd name'.os}. */
final class PathReader {
    private static final int MOST_SEGMENTS = 10;
    private static final String ROOTS =
            Arrays.stream(Root.values()).map(Root::word).collect(joining(", "));

    private final Cursor cursor;

    PathReader(Cursor cursor) {
        this.cursor = cursor;
    }

    FieldPath whole() throws SyntaxFault {
        var path = path("expected a field, such as type or properties.plan");
        if (!cursor.atEnd()) {
            throw new SyntaxFault(cursor.at(), "expected the end of the field's path");
        }
        return path;
    }

    /** @param otherwise what to say when nothing like a path comes next */
    FieldPath path(String otherwise) throws SyntaxFault {
        int from = cursor.at();
        var name = cursor.name();
        if (name.isEmpty()) {
            throw new SyntaxFault(from, otherwise);
        }
        var root = Arrays.stream(Root.values())
                .filter(known -> known.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new SyntaxFault(from, "'" + name + "' is no field; fields begin with " + ROOTS));
        var segments = new ArrayList<String>();
        while (cursor.take(".")) {
            if (!root.isJson()) {
                throw new SyntaxFault(cursor.at() - 1, root.word() + " has nothing below it");
            }
            segments.add(segment());
        }
        if (root.isJson() && segments.isEmpty()) {
            throw new SyntaxFault(cursor.at(), "expected '.' and a name, such as " + root.word() + ".plan");
        }
        if (segments.size() > MOST_SEGMENTS) {
            throw new SyntaxFault(from, "the path has " + segments.size() + " names, at most " + MOST_SEGMENTS);
        }
        return new FieldPath(root, segments);
    }

    private String segment() throws SyntaxFault {
        int from = cursor.at();
        var segment = cursor.nextIs('\'') ? cursor.quoted() : cursor.name();
        if (segment.isEmpty()) {
            throw new SyntaxFault(from, "expected a name; odd names go into single quotes, such as properties.'a b'");
        }
        return segment;
    }
}
