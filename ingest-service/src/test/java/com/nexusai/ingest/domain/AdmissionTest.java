package com.nexusai.ingest.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.event.Event;
import com.nexusai.schema.rejection.RejectionCode;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    private static final Instant RECEIVED = Instant.parse("2026-01-31T09:30:00Z");
    private static final Provenance KAFKA = new Provenance(null, "t-0-17", RECEIVED);

    private final Admission admission = new Admission(Limits.DEFAULT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                  | MISSING_FIELD | type",
                "{\"type\":\" \"}                                    | MISSING_FIELD | type",
                "{\"type\":\"*\"} | INVALID_FIELD | type",
                "{\"type\":\"T\",\"tenantId\":\"a/b\"}               | INVALID_FIELD | tenantId",
                "{\"type\":\"T\",\"userId\":\"a\\u0000b\"}           | INVALID_FIELD | userId",
                "{\"type\":\"T\",\"userId\":\"a\\ud800b\"}           | INVALID_FIELD | userId",
                "{\"type\":\"T\",\"userId\":true}                    | MALFORMED     | userId",
                "{\"type\":\"T\",\"properties\":[1]}                 | MALFORMED     | properties",
                "{\"type\":\"T\",\"timestamp\":\"yesterday\"}        | MALFORMED     | timestamp",
                "{\"type\":\"T\",\"timestamp\":\"2026-01-24T09:29:59.999Z\"} | TOO_OLD  | timestamp",
                "{\"type\":\"T\",\"timestamp\":\"2026-01-31T09:35:00.001Z\"} | IN_THE_FUTURE | timestamp",
            })
    void shouldNameTheFieldAtFault(String json, RejectionCode code, String field) {
        var rejected = rejected(json);

        assertThat(rejected.rejection().code()).isEqualTo(code);
        assertThat(rejected.rejection().field()).isEqualTo(field);
        assertThat(rejected.rejection().detail()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-24T09:30:00Z", "2026-01-31T09:35:00Z", "2026-01-31T10:30:00+01:00"})
    void shouldAcceptTheEdgesOfTime(String timestamp) {
        assertThat(admission.judge(bytes("{\"type\":\"T\",\"timestamp\":\"" + timestamp + "\"}"), KAFKA))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void shouldSetWhatTheProducerLeftOut() {
        var event = accepted("{\"type\":\"T\",\"userId\":17}");

        assertThat(event.eventId()).isEqualTo("t-0-17");
        assertThat(event.tenantId()).isEqualTo("default");
        assertThat(event.userId()).isEqualTo("17");
        assertThat(event.timestamp()).isEqualTo(RECEIVED);
        assertThat(event.properties().toString()).isEqualTo("{}");
    }

    @Test
    void shouldRefuseAnEventThatIsTooLarge() {
        var json = "{\"type\":\"T\",\"properties\":{\"text\":\"" + "x".repeat(64 * 1024) + "\"}}";

        assertThat(rejected(json).rejection().code()).isEqualTo(RejectionCode.TOO_LARGE);
    }

    @Test
    void shouldRefuseAnEventThatIsTooDeep() {
        var json = "{\"type\":\"T\",\"properties\":{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}}";

        assertThat(rejected(json).rejection().code()).isEqualTo(RejectionCode.TOO_DEEP);
    }

    @Test
    void shouldAcceptAnEventOfAnyAgeFromWhoMayBackfill() {
        var backfill = new Provenance("acme", "given", RECEIVED, true);

        assertThat(admission.judge(bytes("{\"type\":\"T\",\"timestamp\":\"2019-01-01T00:00:00Z\"}"), backfill))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(admission.judge(bytes("{\"type\":\"T\",\"timestamp\":\"2026-01-31T09:36:00Z\"}"), backfill))
                .isInstanceOf(Verdict.Rejected.class);
    }

    @Test
    void shouldReportARejectedEventUnderItsOwnIdAndTenant() {
        var rejected = rejected("{\"eventId\":\"e-9\",\"tenantId\":\"acme\"}");

        assertThat(rejected.eventId()).isEqualTo("e-9");
        assertThat(rejected.tenantId()).isEqualTo("acme");
    }

    @Property
    void shouldReachAVerdictOnAnyBytes(@ForAll byte[] bytes) {
        assertThat(admission.judge(bytes, KAFKA)).isNotNull();
    }

    @Property
    void shouldReachAVerdictOnAnyIds(@ForAll String userId, @ForAll String type) {
        var json = tools.jackson.databind.json.JsonMapper.shared()
                .createObjectNode()
                .put("type", type)
                .put("userId", userId)
                .toString();

        assertThat(admission.judge(bytes(json), KAFKA)).isNotNull();
    }

    private Event accepted(String json) {
        return ((Verdict.Accepted) admission.judge(bytes(json), KAFKA)).event();
    }

    private Verdict.Rejected rejected(String json) {
        return (Verdict.Rejected) admission.judge(bytes(json), KAFKA);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(UTF_8);
    }
}
