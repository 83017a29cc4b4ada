package com.nexusai.query.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What kind of file a report is. */
public enum ReportFormat {
    CSV("text/csv; charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PDF("application/pdf");

    private final String contentType;

    ReportFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportFormat> of(String word) {
        return Stream.of(values())
                .filter(format -> format.extension().equals(word))
                .findFirst();
    }

    /** Leaves the stream open. */
    public void write(Report report, OutputStream out) throws IOException {
        switch (this) {
            case CSV -> CsvReport.write(report, out);
            case XLSX -> XlsxReport.write(report, out);
            case PDF -> PdfReport.write(report, out);
        }
    }
}
