package com.nexusai.ingest.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.Limits;
import com.nexusai.ingest.domain.Plans;
import com.nexusai.ingest.enrich.Enricher;
import com.nexusai.ingest.enrich.UserAgents;
import com.nexusai.ingest.plan.CompiledPlan;
import com.nexusai.ingest.privacy.Pseudonymiser;
import com.nexusai.ingest.privacy.TenantHash;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.EventHeaders;
import com.nexusai.schema.event.RawObject;
import com.nexusai.schema.plan.PlanMode;
import com.nexusai.schema.plan.TrackingPlan;
import com.nexusai.schema.rejection.RejectionHeaders;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.tenant.IpTreatment;
import com.nexusai.schema.tenant.Privacy;
import com.nexusai.schema.tenant.TenantSettings;
import com.nexusai.schema.topic.Partitions;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTopologyTest {
    private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final String LOGIN = """
            {"eventId":"e-1","type":"USER_LOGIN","userId":"u-1","timestamp":"2026-01-31T09:29:58.5Z","device":"ios"}""";

    @TempDir
    Path state;

    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> door;
    private TestOutputTopic<String, Event> validated;
    private TestOutputTopic<String, byte[]> rejected;
    private TestOutputTopic<String, Event> rekeyed;

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
    }

    private TenantSettings settings = TenantSettings.none("default");
    private Plans plans = Plans.NONE;

    private Topology topology(int partitions) {
        var agents = new UserAgents(100, 100, InstantSource.fixed(NOW), new SimpleMeterRegistry());
        return new IngestTopology(
                        new Admission(Limits.DEFAULT, event -> plans.judge(event)),
                        partitions,
                        WINDOW,
                        new Enricher(tenant -> settings, agents, null),
                        new Pseudonymiser(tenant -> settings, new TenantHash("a secret of at least thirty-two bytes")))
                .build();
    }

    /** The test driver runs everything on partition 0, so one partition means that every event is at home. */
    private void start(int partitions) {
        var topology = topology(partitions);
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "ingest-test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(topology, config, NOW);
        door = driver.createInputTopic(
                Topics.EVENTS.name(),
                Topics.EVENTS.keySerde().serializer(),
                Topics.EVENTS.valueSerde().serializer());
        validated = output(Topics.EVENTS_VALIDATED);
        rejected = output(Topics.EVENTS_REJECTED);
        rekeyed = output(Topics.EVENTS_REKEYED);
    }

    private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }

    private void send(String json) {
        send(json, NOW);
    }

    private void send(String json, Instant arrival) {
        door.pipeInput(new TestRecord<>(null, json.getBytes(UTF_8), arrival));
    }

    @Test
    void shouldKeepItsShape() throws Exception {
        var topology = topology(6);

        assertThat(topology.describe().toString())
                .isEqualToNormalizingNewlines(Files.readString(Path.of("src/test/resources/topology.txt")));
    }

    @Test
    void shouldPassAnEventOnNormalised() {
        start(1);

        send(LOGIN);

        var event = validated.readRecord();
        assertThat(event.key()).isEqualTo("default/u-1");
        assertThat(event.value().eventId()).isEqualTo("e-1");
        assertThat(event.value().timestamp()).isEqualTo("2026-01-31T09:29:58.500Z");
        assertThat(event.value().receivedAt()).isEqualTo(NOW);
        assertThat(event.value().extra()).containsOnlyKeys("device");
        assertThat(rejected.isEmpty()).isTrue();
        assertThat(ledger()).isEqualTo(Map.of("in", 1L, "validated", 1L));
    }

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

    @Test
    void shouldCountADuplicateAndLetItGo() {
        start(1);

        send(LOGIN);
        send(LOGIN, NOW.plus(WINDOW).minusMillis(1));

        assertThat(validated.readValuesToList()).hasSize(1);
        assertThat(ledger()).isEqualTo(Map.of("in", 2L, "validated", 1L, "duplicates", 1L));
    }

    @Test
    void shouldTakeAnIdAgainOnceTheWindowIsOver() {
        start(1);

        send(LOGIN);
        send(LOGIN, NOW.plus(WINDOW));

        assertThat(validated.readValuesToList()).hasSize(2);
    }

    @Test
    void shouldMeasureTheWindowByReceiptWhenARecordArrivesLongAfterIt() {
        start(1);
        var late = new TestRecord<byte[], byte[]>(
                null, LOGIN.getBytes(UTF_8), NOW.plus(WINDOW).plusSeconds(1));
        late.headers()
                .add(EventHeaders.RECEIVED_AT, NOW.plusSeconds(60).toString().getBytes(UTF_8));

        send(LOGIN);
        door.pipeInput(late);

        assertThat(validated.readValuesToList()).hasSize(1);
        assertThat(ledger()).containsEntry("duplicates", 1L);
    }

    @Test
    void shouldTellApartTheSameIdFromTwoTenantsAndTwoActors() {
        start(1);

        send("{\"eventId\":\"e-1\",\"type\":\"T\",\"userId\":\"u-1\"}");
        send("{\"eventId\":\"e-1\",\"type\":\"T\",\"userId\":\"u-2\"}");
        send("{\"eventId\":\"e-1\",\"type\":\"T\",\"userId\":\"u-1\",\"tenantId\":\"acme\"}");

        assertThat(validated.readValuesToList()).hasSize(3);
    }

    @Test
    void shouldRejectGarbageWithItsBytesItsReasonAndItsOrigin() {
        start(1);

        send("not json at all");

        var out = rejected.readRecord();
        assertThat(out.key()).isEqualTo("default/analytics-events-0-0");
        assertThat(new String(out.value(), UTF_8)).isEqualTo("not json at all");
        assertThat(header(out.headers(), RejectionHeaders.CODE)).isEqualTo("malformed");
        assertThat(header(out.headers(), RejectionHeaders.DETAIL)).startsWith("is not valid JSON");
        assertThat(header(out.headers(), RejectionHeaders.ORIGIN_TOPIC)).isEqualTo("analytics-events");
        assertThat(header(out.headers(), RejectionHeaders.ORIGIN_PARTITION)).isEqualTo("0");
        assertThat(header(out.headers(), RejectionHeaders.ORIGIN_OFFSET)).isEqualTo("0");
        assertThat(ledger()).isEqualTo(Map.of("in", 1L, "rejected", 1L));
    }

    @Test
    void shouldCutARecordThatIsTooLargeToBeKeptWhole() {
        start(1);

        send("x".repeat(3_000_000));

        var out = rejected.readRecord();
        assertThat(out.value()).hasSize(1024 * 1024);
        assertThat(header(out.headers(), RejectionHeaders.CODE)).isEqualTo("too_large");
        assertThat(header(out.headers(), RejectionHeaders.CUT_FROM)).isEqualTo("3000000");
    }

    @Test
    void shouldNotBelieveATimeOfReceiptThatIsYetToCome() {
        start(1);
        var record = new TestRecord<byte[], byte[]>(null, LOGIN.getBytes(UTF_8), NOW);
        record.headers().add(EventHeaders.RECEIVED_AT, "2030-01-01T00:00:00Z".getBytes(UTF_8));

        door.pipeInput(record);

        assertThat(validated.readValue().receivedAt()).isEqualTo(NOW);
    }

    @Test
    void shouldRejectARecordWithoutAValue() {
        start(1);

        door.pipeInput(new TestRecord<>(null, null, NOW));

        assertThat(header(rejected.readRecord().headers(), RejectionHeaders.CODE))
                .isEqualTo("malformed");
    }

    @Test
    void shouldBelieveTheGateMoreThanTheBody() {
        start(1);
        var record = new TestRecord<byte[], byte[]>(
                null, "{\"type\":\"T\",\"userId\":\"u-1\",\"tenantId\":\"acme\"}".getBytes(UTF_8), NOW);
        record.headers().add(EventHeaders.TENANT_ID, "globex".getBytes(UTF_8));
        record.headers().add(EventHeaders.EVENT_ID, "given-1".getBytes(UTF_8));
        record.headers().add(EventHeaders.RECEIVED_AT, "2026-01-31T09:29:00Z".getBytes(UTF_8));
        record.headers().add(EventHeaders.PRODUCER, "k-1".getBytes(UTF_8));
        record.headers().add(EventHeaders.TRACEPARENT, "00-trace".getBytes(UTF_8));

        door.pipeInput(record);

        var event = validated.readRecord();
        assertThat(event.key()).isEqualTo("globex/u-1");
        assertThat(event.value().eventId()).isEqualTo("given-1");
        assertThat(event.value().receivedAt()).isEqualTo("2026-01-31T09:29:00Z");
        assertThat(event.headers().toArray()).extracting("key").containsExactly(EventHeaders.TRACEPARENT);
    }

    @Test
    void shouldTakeAnEventOfAnyAgeWhenItIsMarkedAsBackfill() {
        start(1);
        var old = "{\"type\":\"T\",\"userId\":\"u-1\",\"timestamp\":\"2020-01-01T00:00:00Z\"}";
        var record = new TestRecord<byte[], byte[]>(null, old.getBytes(UTF_8), NOW);
        record.headers().add(EventHeaders.BACKFILL, "true".getBytes(UTF_8));

        send(old);
        door.pipeInput(record);

        assertThat(header(rejected.readRecord().headers(), RejectionHeaders.CODE))
                .isEqualTo("too_old");
        var event = validated.readRecord();
        assertThat(event.value().timestamp()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(event.headers().toArray()).isEmpty();
    }

    @Test
    void shouldGiveAnEventWithoutAnIdTheSameIdWheneverItIsProcessed() {
        start(1);

        send("{\"type\":\"T\",\"userId\":\"u-1\"}");

        assertThat(validated.readValue().eventId()).isEqualTo("analytics-events-0-0");
    }

    @Test
    void shouldTakeAnEventOfNobody() {
        start(1);

        send("{\"type\":\"JOB_DONE\",\"eventId\":\"job-7\"}");

        var event = validated.readRecord();
        assertThat(event.key()).isEqualTo("default/job-7");
        assertThat(event.value().actor()).isNull();
    }

    @Test
    void shouldSendAMisKeyedEventOnAHopAndLoseNothing() {
        start(6);
        var elsewhere = actorOn(false);

        send("{\"eventId\":\"e-1\",\"type\":\"T\",\"userId\":\"" + elsewhere + "\"}");

        // The driver feeds the topic back to its source, so the event takes the whole way.
        assertThat(rekeyed.readKeyValuesToList())
                .extracting(event -> event.key)
                .containsExactly("default/" + elsewhere);
        assertThat(validated.readKeyValuesToList())
                .extracting(event -> event.key)
                .containsExactly("default/" + elsewhere);
        assertThat(ledger()).isEqualTo(Map.of("in", 1L, "validated", 1L));
    }

    @Test
    void shouldSpareAnEventAtHomeTheHop() {
        start(6);
        var here = actorOn(true);

        send("{\"eventId\":\"e-1\",\"type\":\"T\",\"userId\":\"" + here + "\"}");

        assertThat(rekeyed.isEmpty()).isTrue();
        assertThat(validated.readValuesToList()).hasSize(1);
    }

    private static String actorOn(boolean partitionZero) {
        for (int i = 0; ; i++) {
            if ((Partitions.of("default/u-" + i, 6) == 0) == partitionZero) {
                return "u-" + i;
            }
        }
    }

    private Map<String, Long> ledger() {
        var lines = new HashMap<String, Long>();
        try (var entries = driver.<String, Long>getKeyValueStore(Stores.LEDGER).all()) {
            entries.forEachRemaining(
                    entry -> lines.merge(entry.key.substring(0, entry.key.indexOf('/')), entry.value, Long::sum));
        }
        return lines;
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), UTF_8);
    }
}
