package com.nexusai.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** The files are what they say, read by others than wrote them where there are such. */
class ReportFilesTest {
    @TempDir
    Path folder;

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final Table TYPES = new Table(
            "Types: by [hour]",
            "as of now",
            List.of("type", "start", "value"),
            List.of(Arrays.asList("=1+1", AT, 6.5), Arrays.asList("登録", AT, null)));

    @Test
    void shouldWriteASheetForEachTableWithTextsThatAreNoFormulas() throws IOException {
        var parts = unzipped(ReportFormat.XLSX, new Report("Growth", AT, List.of(TYPES, TYPES)));

        assertThat(parts.get("xl/workbook.xml")).contains("name=\"Types  by  hour\"", "name=\"Types  by  hour 2\"");
        var sheet = parts.get("xl/worksheets/sheet1.xml");
        assertThat(sheet).doesNotContain("<f>").contains("<v>6.5</v>");
        assertThat(parts.get("xl/sharedStrings.xml")).contains("=1+1", "&#x767b;&#x9332;");
    }

    @Test
    void shouldWriteAWorkbookOfNothing() throws IOException {
        assertThat(unzipped(ReportFormat.XLSX, new Report("Empty", AT, List.of())))
                .containsKey("xl/worksheets/sheet1.xml");
    }

    @Test
    void shouldWritePagesThatCanBeRead() throws IOException {
        var text = pdf(new Report("Growth", AT, List.of(TYPES, Table.of("Notes", "Be kind"))));

        assertThat(text).contains("Growth", "Made 2026-03-01 10:00 UTC", "=1+1", "6.5", "??", "Be kind");
    }

    @Test
    void shouldSayHowManyRowsAPdfLeavesOut() throws IOException {
        var rows = IntStream.range(0, 1_234)
                .mapToObj(i -> Arrays.<Object>asList("row", i))
                .toList();

        var text = pdf(new Report("Long", AT, List.of(new Table("t", "", List.of("a", "b"), rows))));

        assertThat(text).contains("234 more rows are in the CSV and Excel forms.");
    }

    private static String pdf(Report report) throws IOException {
        var reader = new PdfReader(written(ReportFormat.PDF, report));
        var extractor = new PdfTextExtractor(reader);
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(extractor.getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }

    /** By its list of contents, as spreadsheets do it. */
    private Map<String, String> unzipped(ReportFormat format, Report report) throws IOException {
        var file = Files.write(folder.resolve("report.xlsx"), written(format, report));
        var parts = new HashMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static byte[] written(ReportFormat format, Report report) throws IOException {
        var out = new ByteArrayOutputStream();
        format.write(report, out);
        return out.toByteArray();
    }
}
