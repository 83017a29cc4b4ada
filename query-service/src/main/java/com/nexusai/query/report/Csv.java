package com.nexusai.query.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of CSV as RFC 4180 has them. A text that a spreadsheet would take for a formula begins with a quote mark. */
public final class Csv {
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /** With its end. */
    public static String line(List<? extends @Nullable Object> values) {
        var line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            line.append(cell(values.get(i)));
        }
        return line.append("\r\n").toString();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number) {
            return value.toString();
        }
        var text = value.toString();
        if (text.isEmpty()) {
            return text;
        }
        var safe = FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r' || c == ';');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
