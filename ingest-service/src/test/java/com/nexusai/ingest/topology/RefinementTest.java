package com.nexusai.ingest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.ingest.domain.Plans;
import com.nexusai.ingest.plan.CompiledPlan;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.RawObject;
import com.nexusai.schema.plan.PlanMode;
import com.nexusai.schema.plan.TrackingPlan;
import com.nexusai.schema.rejection.RejectionHeaders;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.tenant.IpTreatment;
import com.nexusai.schema.tenant.Privacy;
import com.nexusai.schema.tenant.TenantSettings;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plans, enrichment and pseudonyms in their places in the topology. */
class RefinementTest extends TopologyBench {
    @Test
    void shouldEnrichFirstAndPseudonymiseThen() {
        settings = new TenantSettings(
                "default", Set.of(), new Privacy(IpTreatment.TRUNCATE, true, false, Set.of()), 1, Instant.EPOCH, "k-1");
        start(1);

        send("""
                {"eventId":"e-1","type":"T","userId":"u-1","properties":{"email":"ada@example.org"},
                 "context":{"ip":"203.0.113.17","page":{"url":"https://shop.example/?utm_source=news"}}}""");

        var event = validated.readValue();
        assertThat(event.properties()).hasToString("{\"email\":\"[email]\"}");
        assertThat(event.context())
                .hasToString("{\"ip\":\"203.0.113.0\",\"page\":{\"url\":\"https://shop.example/?utm_source=news\"},"
                        + "\"campaign\":{\"source\":\"news\"},"
                        + "\"privacy\":[\"ip:truncated\",\"properties.email:masked\"]}");
    }

    @Test
    void shouldJudgeByTheTrackingPlan() {
        plans = CompiledPlan.of(plan(PlanMode.ENFORCE))::judge;
        start(1);

        send("{\"eventId\":\"e-1\",\"type\":\"T\",\"userId\":\"u-1\",\"properties\":{\"amount\":1}}");
        send("{\"eventId\":\"e-2\",\"type\":\"T\",\"userId\":\"u-1\",\"properties\":{}}");

        assertThat(validated.readValuesToList()).extracting(Event::eventId).containsExactly("e-1");
        var out = rejected.readRecord();
        assertThat(out.key()).isEqualTo("default/e-2");
        assertThat(header(out.headers(), RejectionHeaders.CODE)).isEqualTo("plan_violation");
        assertThat(header(out.headers(), RejectionHeaders.FIELD)).isEqualTo("properties.amount");
        assertThat(header(out.headers(), RejectionHeaders.DETAIL)).contains("version 4");
        assertThat(ledger()).isEqualTo(Map.of("in", 2L, "validated", 1L, "rejected", 1L));
    }

    @Test
    void shouldTagAnEventThatIsOnlyObserved() {
        plans = CompiledPlan.of(plan(PlanMode.OBSERVE))::judge;
        start(6);

        send("{\"eventId\":\"e-1\",\"type\":\"T\",\"userId\":\"" + actorOn(false)
                + "\",\"context\":{\"locale\":\"de\"}}");

        var tag = RawObject.find(validated.readValue().context(), Plans.TAG).tree();
        assertThat(tag.path("version").asInt()).isEqualTo(4);
        assertThat(tag.path("field").asString()).isEqualTo("properties.amount");
        assertThat(tag.path("problem").asString()).isNotBlank();
    }

    private static TrackingPlan plan(PlanMode mode) {
        var schema = Json.MAPPER.readTree("{\"properties\":{\"properties\":{\"required\":[\"amount\"]}}}");
        return new TrackingPlan("default", "T", mode, schema, 4, Instant.EPOCH, "k-1");
    }
}
