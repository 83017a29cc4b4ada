package com.nexusai.query.report;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.FontFactory;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/** For reading and printing: of a long table the first rows, since nobody prints a thousand pages. */
final class PdfReport {
    static final int MOST_ROWS = 1_000;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    // of the fonts that every reader has
    private static final Charset ALPHABET = Charset.forName("windows-1252");
    private static final Font TITLE = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 16);
    private static final Font HEADING = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 11);
    private static final Font HEAD = FontFactory.getFont(FontFactory.HELVETICA_BOLD, 8);
    private static final Font BODY = FontFactory.getFont(FontFactory.HELVETICA, 8);
    private static final float GAP = 8;

    private PdfReport() {}

    static void write(Report report, OutputStream out) {
        var document = new Document(PageSize.A4.rotate());
        var writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        document.open();
        document.addTitle(report.title());
        document.add(new Paragraph(shown(report.title()), TITLE));
        document.add(new Paragraph("Made " + TIME.format(report.madeAt()) + " UTC", BODY));
        for (var table : report.tables()) {
            add(document, table);
        }
        document.close();
    }

    private static void add(Document document, Table table) {
        var heading = new Paragraph(shown(table.title()), HEADING);
        heading.setSpacingBefore(2 * GAP);
        document.add(heading);
        document.add(new Paragraph(shown(table.note()), BODY));
        if (table.columns().isEmpty()) {
            return;
        }
        var grid = new PdfPTable(table.columns().size());
        grid.setWidthPercentage(100);
        grid.setSpacingBefore(GAP);
        grid.setHeaderRows(1);
        table.columns().forEach(column -> grid.addCell(new PdfPCell(new Phrase(shown(column), HEAD))));
        for (var row : table.rows().subList(0, Math.min(MOST_ROWS, table.rows().size()))) {
            add(grid, row);
        }
        document.add(grid);
        int left = table.rows().size() - MOST_ROWS;
        if (left > 0) {
            document.add(new Paragraph(left + " more rows are in the CSV and Excel forms.", BODY));
        }
    }

    private static void add(PdfPTable grid, List<@Nullable Object> row) {
        for (var value : row) {
            var cell = new PdfPCell(new Phrase(text(value), BODY));
            if (value instanceof Number) {
                cell.setHorizontalAlignment(PdfPCell.ALIGN_RIGHT);
            }
            grid.addCell(cell);
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant moment -> TIME.format(moment);
            case Double number
            when Double.isFinite(number) ->
                BigDecimal.valueOf(number)
                        .setScale(4, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
            case Object other -> shown(other.toString());
        };
    }

    /** What its fonts do not have is a question mark, and not a gap that nobody sees. */
    private static String shown(String text) {
        return new String(text.getBytes(ALPHABET), ALPHABET);
    }
}
