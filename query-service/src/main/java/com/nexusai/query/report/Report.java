package com.nexusai.query.report;

import java.time.Instant;
import java.util.List;

/** Several answers, as they were at one moment. */
public record Report(String title, Instant madeAt, List<Table> tables) {
    public Report {
        tables = List.copyOf(tables);
    }
}
