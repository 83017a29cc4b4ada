package com.nexusai.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void shouldQuoteWhatHasCommasQuotesOrLineBreaks() {
        assertThat(Csv.line(Arrays.asList("a,b", "say \"hi\"", "two\nlines", "plain", null, 4.5, -3)))
                .isEqualTo("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain,,4.5,-3\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void shouldWriteNoFormula(String text) {
        assertThat(Csv.line(List.of(text)).replace("\"", "")).startsWith("'" + text.charAt(0));
    }
}
