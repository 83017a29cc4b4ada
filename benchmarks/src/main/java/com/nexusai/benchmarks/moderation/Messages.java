package com.nexusai.benchmarks.moderation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.schema.event.EventDraft;
import com.nexusai.schema.event.EventWriter;
import com.nexusai.schema.event.MalformedEvent;
import com.nexusai.schema.event.RawJson;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.topic.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Chat messages of about 120 characters, as events on the validated topic; one in twenty is at fault. */
final class Messages {
    private static final Instant START = Instant.parse("2026-10-31T09:30:00Z");
    private static final List<String> INNOCENT = List.of(
            "Could you send me the minutes of the meeting by Friday, please? I was on the train and missed the second"
                    + " half.",
            "Quel beau temps, allons nous promener au bord de la rivière et manger une glace au retour avec les"
                    + " enfants.",
            "Wir suchen eine Wohnung mit drei Zimmern in Köln, am liebsten in der Nähe vom Park und mit einem Balkon.",
            "¿Puedes enviarme el acta de la reunión antes del viernes? Mañana salgo de viaje y no tendré conexión"
                    + " allí.",
            "La biblioteca è aperta la domenica mattina, così possiamo studiare insieme e poi andare al mercato"
                    + " vicino.",
            "As crianças brincaram no jardim toda a tarde e depois comemos o bolo que a avó tinha feito para todos"
                    + " nós.",
            "هل يمكنك إرسال محضر الاجتماع قبل يوم الجمعة فأنا مسافر غدا ولن يكون لدي اتصال هناك طوال الأسبوع القادم");
    private static final List<String> AT_FAULT = List.of(
            "you are an 1d10t and nobody here wants to read your messages any more, so go away and do not come back",
            "buy now, limited time offer, free money for everyone who clicks here: https://a.example and"
                    + " www.b.example");
    private static final int ONE_IN = 20;

    private final Random random = new Random(4711);

    void send(String servers, int count) throws MalformedEvent, ExecutionException, InterruptedException {
        // without sequence numbers: on topics made a moment ago, a broker has refused some of them until they expired
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                servers,
                "acks",
                "all",
                "enable.idempotence",
                false,
                "compression.type",
                "lz4",
                "linger.ms",
                20);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = new ArrayList<Future<?>>(count);
            for (int i = 0; i < count; i++) {
                sent.add(producer.send(record(i)));
            }
            producer.flush();
            for (var one : sent) {
                one.get();
            }
        }
    }

    private ProducerRecord<byte[], byte[]> record(int i) throws MalformedEvent {
        var texts = i % ONE_IN == 0 ? AT_FAULT : INNOCENT;
        var content = Map.of(
                "contentId",
                "m-" + i,
                "kind",
                "message",
                "text",
                texts.get(random.nextInt(texts.size())),
                "authorId",
                "u-" + i % 50_000);
        var draft = new EventDraft();
        draft.eventId = new UUID(i * 0x9E3779B97F4A7C15L, i).toString();
        draft.tenantId = "acme";
        draft.type = "MESSAGE_SENT";
        draft.userId = "u-" + i % 50_000;
        draft.timestamp = START.plusMillis(i);
        draft.receivedAt = START.plusMillis(i + 7L);
        draft.content = RawJson.of(Json.MAPPER.writeValueAsString(content));
        var event = draft.toEvent();
        return new ProducerRecord<>(
                Topics.EVENTS_VALIDATED.name(), event.key().getBytes(UTF_8), EventWriter.write(event));
    }
}
