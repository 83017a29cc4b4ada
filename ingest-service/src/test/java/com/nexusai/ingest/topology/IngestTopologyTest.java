package com.nexusai.ingest.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.event.EventHeaders;
import com.nexusai.schema.rejection.RejectionHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class IngestTopologyTest extends TopologyBench {
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
}
