package com.nexusai.query.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A sheet for each table. Texts are written as texts, so none becomes a formula. */
final class XlsxReport {
    private static final int LONGEST_NAME = 31;
    private static final int LONGEST_TEXT = 32_767;
    private static final int HEAD_ROW = 2;
    private static final int FLUSH_ROWS = 500;

    private XlsxReport() {}

    static void write(Report report, OutputStream out) throws IOException {
        var workbook = new Workbook(out, "analytics", "1.0");
        Set<String> names = new HashSet<>();
        for (var table : report.tables()) {
            sheet(workbook.newWorksheet(name(table.title(), names)), table);
        }
        if (report.tables().isEmpty()) {
            // a workbook without sheets is broken
            workbook.newWorksheet("empty");
        }
        workbook.finish();
    }

    private static void sheet(Worksheet sheet, Table table) throws IOException {
        sheet.value(0, 0, cut(table.title()));
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, cut(table.note()));
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.value(HEAD_ROW, column, table.columns().get(column));
            sheet.style(HEAD_ROW, column).bold().set();
        }
        for (int i = 0; i < table.rows().size(); i++) {
            row(sheet, HEAD_ROW + 1 + i, table.rows().get(i));
            if (i % FLUSH_ROWS == FLUSH_ROWS - 1) {
                sheet.flush();
            }
        }
        sheet.finish();
    }

    private static void row(Worksheet sheet, int row, List<@Nullable Object> values) {
        for (int column = 0; column < values.size(); column++) {
            switch (values.get(column)) {
                case null -> {}
                case Number number -> sheet.value(row, column, number);
                case Instant moment -> {
                    sheet.value(row, column, moment.atZone(ZoneOffset.UTC).toLocalDateTime());
                    sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
                }
                case Object text -> sheet.value(row, column, cut(text.toString()));
            }
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** Excel takes 31 characters, some of them not, and each name once whatever its case. */
    private static String name(String title, Set<String> taken) {
        var plain = title.replaceAll("[\\[\\]:*?/\\\\'\\p{Cntrl}]", " ").strip();
        var name = plain.isEmpty() ? "table" : shortened(plain, LONGEST_NAME);
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            var number = " " + i;
            name = shortened(plain.isEmpty() ? "table" : plain, LONGEST_NAME - number.length()) + number;
        }
        return name;
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length).strip();
    }
}
