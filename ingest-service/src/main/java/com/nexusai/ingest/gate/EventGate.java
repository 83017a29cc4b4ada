package com.nexusai.ingest.gate;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.Provenance;
import com.nexusai.ingest.domain.Verdict;
import com.nexusai.ingest.door.DoorHeaders;
import com.nexusai.ingest.gate.TenantShares.ShareTaken;
import com.nexusai.kit.trace.TraceHeaders;
import com.nexusai.kit.trace.TraceScope;
import com.nexusai.schema.event.Event;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.rejection.RejectionCode;
import com.nexusai.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;

/**
 * Puts the events of a request on the public topic, byte for byte, and returns once Kafka has them all.
 *
 * <p>A bad event goes there too: the stream rejects it for the reason that is told here, and keeps it where it can be
 * mended. Only one that is too large for the topic stays outside.
 */
public final class EventGate {
    private static final byte[] NOTHING = {};

    private final Admission admission;
    private final Producer<byte[], byte[]> producer;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final int maxEvents;
    private final TenantShares shares;

    public EventGate(
            Admission admission,
            Producer<byte[], byte[]> producer,
            InstantSource clock,
            Supplier<String> ids,
            int maxEvents,
            TenantShares shares) {
        this.admission = admission;
        this.producer = producer;
        this.clock = clock;
        this.ids = ids;
        this.maxEvents = maxEvents;
        this.shares = shares;
    }

    /**
     * @param source which kind of door it came through, for people who look at rejected events
     * @throws TooManyEvents if there are more than one request may carry; then none was taken
     * @throws ShareTaken if so much is on the way to Kafka already that no more may come; then none was taken
     * @throws DoorUnavailable if Kafka did not acknowledge every event; then some may be there, and sending the same
     *     events again with the same ids is right
     */
    public List<Receipt> admit(Sender sender, List<byte[]> events, String source)
            throws TooManyEvents, ShareTaken, DoorUnavailable {
        if (events.size() > maxEvents) {
            throw new TooManyEvents(events.size(), maxEvents);
        }
        long bytes = events.stream().mapToLong(event -> event.length).sum();
        shares.take(sender.tenantId(), bytes);
        try {
            return send(sender, events, source);
        } finally {
            shares.giveBack(sender.tenantId(), bytes);
        }
    }

    private List<Receipt> send(Sender sender, List<byte[]> events, String source) throws DoorUnavailable {
        var receipts = new ArrayList<Receipt>(events.size());
        var seen = new HashSet<String>();
        var sent = new ArrayList<Future<RecordMetadata>>(events.size());
        var request = sender.provenance(ids.get(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        var common = commonHeaders(sender, request, source);
        for (byte[] event : events) {
            var provenance = request.ofEvent(receipts.size());
            var verdict = admission.judge(event, provenance);
            receipts.add(receipt(verdict, seen));
            if (fits(verdict)) {
                var door = new ProducerRecord<>(Topics.EVENTS.name(), null, key(verdict), event, common);
                if (!hasOwnId(verdict, provenance)) {
                    DoorHeaders.writeEventId(provenance.eventId(), door.headers());
                }
                sent.add(send(door));
            }
        }
        await(sent);
        return receipts;
    }

    /** Made once: an event of a batch would otherwise pay more for its headers than for its bytes. */
    private static Headers commonHeaders(Sender sender, Provenance request, String source) {
        // of a record that is never sent: Kafka has no other public way to make some
        var headers = new ProducerRecord<>(Topics.EVENTS.name(), NOTHING).headers();
        DoorHeaders.writeCommon(request, source, headers);
        DoorHeaders.writeProducer(sender.producer(), headers);
        TraceHeaders.write(headers, TraceScope.current(), TraceScope.currentCorrelationId());
        return headers;
    }

    private static boolean hasOwnId(Verdict verdict, Provenance provenance) {
        return verdict instanceof Verdict.Accepted(Event event)
                && !event.eventId().equals(provenance.eventId());
    }

    private Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> door) throws DoorUnavailable {
        try {
            return producer.send(door);
        } catch (KafkaException fullOrDown) {
            throw new DoorUnavailable(fullOrDown);
        }
    }

    private static void await(List<Future<RecordMetadata>> sent) throws DoorUnavailable {
        try {
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException refused) {
            throw new DoorUnavailable(refused.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new DoorUnavailable(stopping);
        }
    }

    private static boolean fits(Verdict verdict) {
        return !(verdict instanceof Verdict.Rejected rejected
                && rejected.rejection().code() == RejectionCode.TOO_LARGE);
    }

    private static byte[] key(Verdict verdict) {
        var key = switch (verdict) {
            case Verdict.Accepted(Event event) -> event.key();
            case Verdict.Rejected rejected -> EventKey.of(rejected.tenantId(), rejected.eventId());
        };
        return key.getBytes(StandardCharsets.UTF_8);
    }

    /** @param seen keys and ids of what was accepted so far: the stream will know a second one as a duplicate */
    private static Receipt receipt(Verdict verdict, Set<String> seen) {
        return switch (verdict) {
            case Verdict.Accepted(Event event) ->
                seen.add(event.eventId() + '\n' + event.key())
                        ? new Receipt.Accepted(event.eventId())
                        : new Receipt.Duplicate(event.eventId());
            case Verdict.Rejected rejected -> new Receipt.Rejected(rejected.eventId(), rejected.rejection());
        };
    }
}
