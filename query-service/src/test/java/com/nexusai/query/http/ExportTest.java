package com.nexusai.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nexusai.query.domain.StoredEvent;
import com.nexusai.schema.serde.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events as files. */
class ExportTest {
    private static final String EXPORT = "/api/v1/analytics/events/export";

    @TempDir
    Path folder;

    private AnswersFixture fixture;

    @BeforeEach
    void open() {
        fixture = new AnswersFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void shouldWriteALineOfJsonForEachEvent() {
        events(2_500);

        var answer = fixture.get(EXPORT);

        var lines = answer.raw().body().lines().toList();
        assertThat(lines).hasSize(2_500);
        assertThat(Json.MAPPER.readTree(lines.getFirst()).at("/eventId").asString())
                .isEqualTo("e-0");
        assertThat(Json.MAPPER.readTree(lines.getLast()).at("/properties/n").asInt())
                .isEqualTo(2_499);
        assertThat(answer.raw().headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(answer.raw().headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"events-2026-02-28.ndjson\"");
        assertThat(answer.raw().headers().firstValue("X-Data-As-Of")).contains("2026-03-01T12:30:13.500Z");
    }

    @Test
    void shouldWriteCsvThatIsNoFormula() {
        fixture.stored.add(event("=HYPERLINK(\"http://x\")", 0));

        var answer = fixture.get(EXPORT + "?format=csv");

        var lines = answer.raw().body().split("\r\n", -1);
        assertThat(lines[0])
                .isEqualTo(
                        "eventId,type,userId,anonymousId,sessionId,timestamp,receivedAt,properties,context,content,extra");
        assertThat(lines[1]).startsWith("\"'=HYPERLINK(\"\"http://x\"\")\",LOGIN,ada,,,2026-03-01T12:30:14Z,");
        assertThat(lines[1]).contains("\"{\"\"n\"\":0}\"");
        assertThat(fixture.get(EXPORT, "Accept", "text/csv").raw().body())
                .isEqualTo(answer.raw().body());
    }

    @Test
    void shouldStopAtTheLimit() {
        events(1_500);

        assertThat(fixture.get(EXPORT + "?limit=1200").raw().body().lines()).hasSize(1_200);
        assertThat(fixture.get(EXPORT + "?limit=1000001").text("/field")).isEqualTo("limit");
        assertThat(fixture.get(EXPORT + "?format=xml").text("/field")).isEqualTo("format");
    }

    @Test
    void shouldSayBeforeTheFirstLineThatHistoryIsAway() {
        fixture.historyAway = true;

        assertThat(fixture.get(EXPORT).status()).isEqualTo(503);
    }

    @Test
    void shouldBreakOffSoThatNobodyTakesAPartForTheWhole() {
        events(2_500);
        fixture.pagesUntilTooSlow.set(2);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> fixture.get(EXPORT))
                .withCauseInstanceOf(IOException.class);
    }

    private void events(int many) {
        for (int i = 0; i < many; i++) {
            fixture.stored.add(event("e-" + i, i));
        }
    }

    private static StoredEvent event(String id, int number) {
        var at = AnswersFixture.NOW.minusMillis(1_000 + number);
        return new StoredEvent(
                id, "LOGIN", "ada", null, null, "ada", at, at, "{\"n\":" + number + "}", "{}", null, null);
    }
}
