package com.nexusai.devstack.clickhouse.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultHeaderTest {
    private static long length(String format, String block) {
        return ResultHeader.of(format).orElseThrow().length(MemorySegment.ofArray(block.getBytes(UTF_8)));
    }

    @Test
    void shouldEndAfterNamesAndTypesWhenFormatIsBinary() {
        String header = "\u0002\u0001a\u0001b\u0005UInt8\u0006String";

        assertThat(length("RowBinaryWithNamesAndTypes", header + "\u0001\u0001x"))
                .isEqualTo(header.length());
    }

    @Test
    void shouldEndAfterTheLinesOfNamesAndTypes() {
        assertThat(length("TSVWithNamesAndTypes", "a\tb\nUInt8\tString\n1\tx\n"))
                .isEqualTo("a\tb\nUInt8\tString\n".length());
    }

    @Test
    void shouldNotEndInsideAQuotedNameWhenFormatIsCsv() {
        assertThat(length("CSVWithNames", "\"a\nb\",\"c\"\n1,2\n")).isEqualTo("\"a\nb\",\"c\"\n".length());
    }

    @Test
    void shouldBeEmptyWhenRowsStandAlone() {
        assertThat(length("JSONEachRow", "{\"a\":1}\n")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSON", "JSONCompact", "Pretty", "Parquet", "XML", "Values"})
    void shouldNotKnowFormatsThatAreOneDocument(String format) {
        assertThat(ResultHeader.of(format)).isEmpty();
    }
}
