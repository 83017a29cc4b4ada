package com.nexusai.schema.filter;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * Which events are meant, as a tree. What a test means where a value is missing or of another kind is in docs/filters.md;
 * a test is true or false, never unknown.
 */
public sealed interface Filter {
    /** Every event. */
    Filter ALL = new And(List.of());

    /** As the parser reads it, with parentheses wherever they might be needed. */
    String text();

    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return parts.stream().map(Filter::text).collect(joining(" and ", "(", ")"));
        }
    }

    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return parts.stream().map(Filter::text).collect(joining(" or ", "(", ")"));
        }
    }

    record Not(Filter part) implements Filter {
        @Override
        public String text() {
            return "not " + part.text();
        }
    }

    record Compare(FieldPath path, Operator operator, Literal value) implements Filter {
        @Override
        public String text() {
            return path.text() + " " + operator.sign() + " " + value.text();
        }
    }

    /** @param negated whether the value must be there and be none of these */
    record In(FieldPath path, boolean negated, List<Literal> values) implements Filter {
        public In {
            values = List.copyOf(values);
        }

        @Override
        public String text() {
            return path.text()
                    + (negated ? " not in " : " in ")
                    + values.stream().map(Literal::text).collect(joining(", ", "(", ")"));
        }
    }

    record Contains(FieldPath path, String part) implements Filter {
        @Override
        public String text() {
            return path.text() + " contains " + FieldPath.quoted(part);
        }
    }

    record StartsWith(FieldPath path, String start) implements Filter {
        @Override
        public String text() {
            return path.text() + " starts with " + FieldPath.quoted(start);
        }
    }

    record Exists(FieldPath path) implements Filter {
        @Override
        public String text() {
            return "exists(" + path.text() + ")";
        }
    }
}
