package com.nexusai.ingest.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.Limits;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.EventHeaders;
import com.nexusai.schema.rejection.RejectionHeaders;
import com.nexusai.schema.topic.Partitions;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
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

    /** The test driver runs everything on partition 0, so one partition means that every event is at home. */
    private void start(int partitions) {
        var topology = new IngestTopology(new Admission(Limits.DEFAULT), partitions, WINDOW).build();
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
        var topology = new IngestTopology(new Admission(Limits.DEFAULT), 6, WINDOW).build();

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
        record.headers().add(EventHeaders.TRACEPARENT, "00-trace".getBytes(UTF_8));

        door.pipeInput(record);

        var event = validated.readRecord();
        assertThat(event.key()).isEqualTo("globex/u-1");
        assertThat(event.value().eventId()).isEqualTo("given-1");
        assertThat(event.value().receivedAt()).isEqualTo("2026-01-31T09:29:00Z");
        assertThat(event.headers().toArray()).extracting("key").containsExactly(EventHeaders.TRACEPARENT);
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
