package com.nexusai.query.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One table after another, each with its title, its note and its columns before it and an empty line behind it. */
final class CsvReport {
    private CsvReport() {}

    static void write(Report report, OutputStream out) throws IOException {
        for (var table : report.tables()) {
            line(out, List.of(table.title(), table.note()));
            if (!table.columns().isEmpty()) {
                line(out, table.columns());
            }
            for (var row : table.rows()) {
                out.write(Csv.line(row).getBytes(StandardCharsets.UTF_8));
            }
            out.write("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    private static void line(OutputStream out, List<String> texts) throws IOException {
        out.write(Csv.line(texts).getBytes(StandardCharsets.UTF_8));
    }
}
