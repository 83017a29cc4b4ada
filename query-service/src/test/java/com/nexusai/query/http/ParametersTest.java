package com.nexusai.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
    @TempDir
    static Path folder;

    private static AnswersFixture fixture;

    @BeforeAll
    static void open() {
        fixture = new AnswersFixture(folder);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "metrics/events/series?colour=red, colour",
        "metrics/events/series?granularity=year, granularity",
        "metrics/events/series?granularity=minute&from=2026-01-01&to=2026-03-01, from",
        "metrics/events/series?from=2026-03-01&to=2026-03-01, from",
        "metrics/events/series?from=yesterday, from",
        "metrics/events/series?from=2026-03-01T00:00:00, from",
        "metrics/events/series?to=999999999999999, to",
        "metrics/events/series?to=2026-02-30, to",
        "metrics/events/series?from=2026-03-01&from=2026-03-02, from",
        "metrics/events/series?fill=maybe, fill",
        "metrics/events/series?dimension=, dimension",
        "top-events?limit=0, limit",
        "top-events?limit=99999999999, limit",
        "platform/metrics?from=2026-03-01, from",
        "user/u1/metrics?from=2026-03-01, from",
        "realtime?tenantId=other, tenantId",
        "events?limit=1001, limit",
        "events?cursor=abc, cursor",
        "events?cursor=bnVsbA, cursor",
        "events/count?limit=1, limit",
    })
    void shouldNameTheFieldWhenAParameterIsWrong(String question, String field) {
        var answer = fixture.get("/api/v1/analytics/" + question);

        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(400);
        assertThat(answer.text("/field")).isEqualTo(field);
    }
}
