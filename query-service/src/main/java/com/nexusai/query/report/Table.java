package com.nexusai.query.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer as rows.
 *
 * @param note what a reader should know: how fresh it is, or why there are no rows
 * @param rows texts, numbers and moments, as many as there are columns
 */
public record Table(String title, String note, List<String> columns, List<List<@Nullable Object>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Without rows. */
    public static Table of(String title, String note) {
        return new Table(title, note, List.of(), List.of());
    }
}
