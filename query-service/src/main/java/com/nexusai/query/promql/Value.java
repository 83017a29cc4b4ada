package com.nexusai.query.promql;

import java.util.List;

/** What a query comes to, at each of its moments. */
public sealed interface Value {
    /** Without labels. */
    @SuppressWarnings("ArrayRecordComponent")
    record Scalar(double[] values) implements Value {}

    record Vector(List<Line> lines) implements Value {
        public Vector {
            lines = List.copyOf(lines);
        }
    }
}
