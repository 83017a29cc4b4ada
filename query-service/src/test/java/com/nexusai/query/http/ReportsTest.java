package com.nexusai.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.query.TopicPipe;
import com.nexusai.schema.dashboard.Dashboard;
import com.nexusai.schema.dashboard.Layout;
import com.nexusai.schema.dashboard.Widget;
import com.nexusai.schema.serde.Json;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Dashboards and questions as files. */
class ReportsTest {
    private static final String REPORT = "/api/v1/analytics/dashboards/growth-1/report?format=";
    private static final String REPORTS = "/api/v1/analytics/reports";

    @TempDir
    Path folder;

    private AnswersFixture fixture;

    @BeforeEach
    void open() {
        fixture = new AnswersFixture(folder);
        fixture.pipe.count("LOGIN", AnswersFixture.NOW.minusSeconds(7_200), 6);
        fixture.pipe.count("=cmd", AnswersFixture.NOW.minusSeconds(7_200), 2);
        var now = AnswersFixture.NOW;
        var widgets = List.of(
                widget("w3", "text", "Notes", 9, null, "Be kind"),
                widget("w1", "chart", "By type", 0, """
                        {"metrics": ["events"], "breakdown": ["type"], "granularity": "hour", "last": "PT3H"}""", null),
                widget("w2", "kpi", "Wrong", 4, "{\"metrics\": [\"nothing\"]}", null),
                new Widget(
                        "w4",
                        "retention",
                        null,
                        0,
                        5,
                        4,
                        2,
                        null,
                        null,
                        json("{\"granularity\": \"week\"}"),
                        null,
                        null),
                new Widget(
                        "w5", "funnel", "Way", 0, 6, 4, 2, null, json("{\"name\": \"onboarding\"}"), null, null, null));
        fixture.dashboards.byKey.put(
                "acme/growth-1",
                new Dashboard(
                        TopicPipe.TENANT,
                        "growth-1",
                        "Growth",
                        null,
                        new Layout(12, widgets),
                        List.of(),
                        1,
                        now,
                        now,
                        "k"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void shouldWriteEachWidgetFromTheTopAsCsv() {
        var answer = fixture.get(REPORT + "csv");

        var lines = answer.raw().body().lines().toList();
        assertThat(lines.getFirst()).startsWith("By type,").contains("as of 2026-03-01T12:30:15Z, from store");
        assertThat(lines)
                .contains(
                        "events,count,LOGIN,2026-03-01T10:00:00Z,6.0,6,",
                        "events,count,'=cmd,2026-03-01T10:00:00Z,2.0,2,");
        assertThat(lines).contains("Wrong,This could not be answered: There is no metric 'nothing'.", "Notes,Be kind");
        assertThat(lines.indexOf("Notes,Be kind"))
                .isGreaterThan(lines.indexOf("step,filter,people,of the step before,of the first,median seconds"));
        assertThat(answer.raw().headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"dashboard-growth-1-2026-03-01.csv\"");
    }

    @Test
    void shouldSayThatThereIsNoReport() {
        assertThat(fixture.get(REPORT + "doc").text("/field")).isEqualTo("format");
        assertThat(fixture.get("/api/v1/analytics/dashboards/other/report").status())
                .isEqualTo(404);
        assertThat(fixture.post(REPORTS, "{}").text("/field")).isEqualTo("question");
    }

    @Test
    void shouldMakeNoHalfReportWhenNobodyHasACopy() {
        fixture.places = List.of();

        assertThat(fixture.get(REPORT + "pdf").status()).isEqualTo(503);
    }

    @Test
    void shouldWriteTheAnswerToAQuestion() {
        var answer = fixture.post(REPORTS, """
                {"title": "Types", "question": {"metrics": ["events"], "breakdown": ["type"], "last": "PT3H", "limit": 1}}""");

        assertThat(answer.raw().body())
                .contains("1 smaller groups are left out")
                .contains("events,count,LOGIN,6.0,6,,0.75");
        assertThat(fixture.get(REPORT + "pdf").raw().headers().firstValue("Content-Type"))
                .contains("application/pdf");
        assertThat(fixture.get(REPORT + "xlsx").raw().body()).startsWith("PK");
    }

    private static Widget widget(
            String id, String type, String title, int y, @Nullable String question, @Nullable String text) {
        return new Widget(
                id, type, title, 0, y, 4, 2, question == null ? null : json(question), null, null, text, null);
    }

    private static JsonNode json(String text) {
        return Json.MAPPER.readTree(text);
    }
}
