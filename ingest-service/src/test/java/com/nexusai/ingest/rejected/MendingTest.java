package com.nexusai.ingest.rejected;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.Limits;
import com.nexusai.ingest.domain.Verdict;
import com.nexusai.schema.serde.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MendingTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final RejectedEntry ENTRY = RejectedShelfTest.entry("acme", 7, "missing_field", "k-1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"eventId\":\"e-7\"} | {\"type\":\"T\"} | {\"eventId\":\"e-7\",\"type\":\"T\"}",
                "{\"userId\":\"u\",\"type\":7,\"x\":1} | {\"type\":\"T\",\"x\":null} |"
                        + " {\"userId\":\"u\",\"type\":\"T\"}",
                "{\"type\":\"T\",\"properties\":{\"a\":1,\"b\":[1]}} | {\"properties\":{\"b\":2,\"c\":{\"d\":3}}} |"
                        + " {\"type\":\"T\",\"properties\":{\"a\":1,\"b\":2,\"c\":{\"d\":3}}}",
            })
    void shouldPatchAndAcceptUnderTheOriginalId(String raw, String patch, String sent) {
        var outcome = mend(raw, new Mending(Json.MAPPER.readTree(patch), null, false));

        assertThat(new String(outcome.bytes(), UTF_8)).isEqualTo(sent);
        assertThat(outcome.verdict()).isInstanceOfSatisfying(Verdict.Accepted.class, good -> {
            assertThat(good.event().eventId()).isEqualTo("e-7");
            assertThat(good.event().tenantId()).isEqualTo("acme");
        });
    }

    @Test
    void shouldSendTheVeryBytesWhenNothingIsChanged() {
        assertThat(mend("{ \"type\":\"T\", \"n\":1.0 }", Mending.NONE).bytes())
                .asString(UTF_8)
                .isEqualTo("{ \"type\":\"T\", \"n\":1.0 }");
    }

    @Test
    void shouldRefuseAnotherId() {
        var outcome = mend("{\"type\":\"T\"}", new Mending(Json.MAPPER.readTree("{\"eventId\":\"e-8\"}"), null, false));

        assertThat(outcome.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        bad -> assertThat(bad.rejection().field()).isEqualTo("eventId"));
    }

    @Test
    void shouldSayThatGarbageHasToBeSentWhole() {
        var patch = Json.MAPPER.readTree("{\"type\":\"T\"}");

        assertThat(mend("garbage", new Mending(patch, null, false)).verdict()).isInstanceOf(Verdict.Rejected.class);
        assertThat(mend("garbage", new Mending(null, patch, false)).verdict()).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void shouldJudgeAgeByTodayUnlessItIsBackfill() {
        var old = "{\"type\":\"T\",\"timestamp\":\"2026-01-01T00:00:00Z\"}";

        assertThat(mend(old, Mending.NONE).verdict()).isInstanceOf(Verdict.Rejected.class);
        assertThat(mend(old, new Mending(null, null, true)).verdict()).isInstanceOf(Verdict.Accepted.class);
    }

    private static Mending.Outcome mend(String raw, Mending mending) {
        return mending.tryOn(ENTRY, raw.getBytes(UTF_8), new Admission(Limits.DEFAULT), NOW);
    }
}
