package com.nexusai.moderation.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.kit.kafka.CompactedWriter.Audit;
import com.nexusai.moderation.book.Book;
import com.nexusai.moderation.provider.ProviderServer;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Delivery;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.Webhook;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.MockProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over the real HTTP code, to a receiver on this machine. */
class CourierTest {
    private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");

    private final Secrets secrets = new Secrets("a key of more than thirty-two characters");
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final MockProducer<String, Delivery> log = new MockProducer<>(
            true,
            null,
            Topics.MODERATION_DELIVERIES.keySerde().serializer(),
            Topics.MODERATION_DELIVERIES.valueSerde().serializer());
    private ProviderServer receiver;
    private Webhook webhook;
    private Post post;
    private Courier courier;

    @BeforeEach
    void start() throws IOException {
        receiver = new ProviderServer();
        webhook = webhook(receiver.uri(), Set.of(Outcome.REJECTED), true);
        post = new Post(secrets, new Destinations(true), clock);
        courier = new Courier(new One(), post, new DeliveryLog(log), new SimpleMeterRegistry(), clock);
    }

    @AfterEach
    void stop() {
        post.close();
        receiver.close();
    }

    @Test
    void shouldPostTheDecisionSoThatTheReceiverCanCheckIt() throws Exception {
        courier.take(decision(Outcome.REJECTED));

        var request = receiver.requests().getFirst();
        assertThat(request.body().path("type").asString()).isEqualTo("moderation.decided");
        assertThat(request.body().path("data").path("contentId").asString()).isEqualTo("m1");
        assertThat(header(request.headers(), "webhook-id")).isEqualTo("d1");
        assertThat(header(request.headers(), "webhook-timestamp")).isEqualTo(Long.toString(NOW.getEpochSecond()));
        // as a receiver does it: with the secret that it was shown, over the bytes that came
        var secret = Base64.getDecoder().decode(secrets.shown(webhook).substring("whsec_".length()));
        var body = Json.MAPPER.writeValueAsString(request.body()).getBytes(UTF_8);
        assertThat(header(request.headers(), "webhook-signature"))
                .isEqualTo(Secrets.signature(secret, "d1", NOW.getEpochSecond(), body));
        assertThat(log.history()).isEmpty();
    }

    @Test
    void shouldTellOnlyOfWhatTheTenantWantsToHear() throws Exception {
        courier.take(decision(Outcome.APPROVED));
        webhook = webhook(receiver.uri(), Set.of(), false);
        courier.take(decision(Outcome.REJECTED));

        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void shouldWriteDownWhatIsNotTaken() throws Exception {
        receiver.answers(503, "");

        courier.take(decision(Outcome.REJECTED));

        var kept = log.history().getFirst();
        assertThat(kept.key()).isEqualTo("acme/app/d1");
        assertThat(kept.value().attempts()).isEqualTo(1);
        assertThat(kept.value().nextAt()).isEqualTo(NOW.plusSeconds(10));
        assertThat(kept.value().lastError()).isEqualTo("It answered 503.");
    }

    @Test
    void shouldNotFollowWhoeverSendsItElsewhere() throws Exception {
        receiver.answersWith("Location", "http://127.0.0.1:1/");
        receiver.answers(307, "");

        assertThat(post.deliver(webhook, decision(Outcome.REJECTED))).contains("It answered 307.");
    }

    @Test
    void shouldNotKnockAtAPrivateDoor() throws Exception {
        var guarded = new Post(secrets, new Destinations(false), clock);
        var inside = webhook(URI.create("https://127.0.0.1:1/"), Set.of(), true);

        assertThat(guarded.deliver(inside, decision(Outcome.REJECTED))).contains("It leads into a private network.");
        guarded.close();
    }

    @Test
    void shouldWaitLongerEachTimeAndGiveUpAfterADay() {
        var delivery = Patience.first("app", decision(Outcome.REJECTED), "It answered 503.", NOW);
        var now = NOW;
        var longest = Duration.ZERO;
        for (int i = 0; !delivery.givenUp(); i++) {
            assertThat(i).isLessThan(100);
            var pause = Duration.between(now, delivery.nextAt());
            assertThat(pause).isGreaterThanOrEqualTo(longest).isLessThanOrEqualTo(Duration.ofHours(1));
            longest = pause;
            now = delivery.nextAt();
            delivery = Patience.after(delivery, "It answered 503.", now);
        }

        assertThat(Duration.between(NOW, now)).isBetween(Duration.ofHours(24), Duration.ofHours(25));
        assertThat(Patience.anew(delivery, now).nextAt()).isEqualTo(now);
    }

    @Test
    void shouldHandOutWhatIsDueOnceUntilItChanges() {
        var waiting = new Waiting();
        var delivery = Patience.first("app", decision(Outcome.REJECTED), "It answered 503.", NOW);
        waiting.changed(0, "acme/app/d1", delivery);

        assertThat(waiting.due(NOW.plusSeconds(9), 10)).isEmpty();
        assertThat(waiting.due(NOW.plusSeconds(10), 10)).containsExactly(delivery);
        assertThat(waiting.due(NOW.plusSeconds(10), 10)).isEmpty();
        waiting.changed(0, "acme/app/d1", Patience.after(delivery, "It answered 503.", NOW.plusSeconds(10)));
        assertThat(waiting.due(NOW.plusSeconds(30), 10)).hasSize(1);
        waiting.forget(0);
        assertThat(waiting.due(NOW.plusSeconds(999), 10)).isEmpty();
    }

    private static String header(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getFirst())
                .findFirst()
                .orElseThrow();
    }

    private static Webhook webhook(URI url, Set<Outcome> outcomes, boolean enabled) {
        return new Webhook("acme", "app", 1, url, outcomes, enabled, 1, Instant.EPOCH, Instant.EPOCH, "k-1");
    }

    private static Decision decision(Outcome outcome) {
        return new Decision(
                "d1",
                "acme",
                "m1",
                "c1",
                ContentKind.MESSAGE,
                "ada",
                outcome,
                0.1,
                Map.of("violence", 0.9),
                List.of(),
                "local-2",
                true,
                null,
                NOW);
    }

    private final class One implements Book<Webhook> {
        @Override
        public Webhook find(String tenantId, String name) {
            return webhook;
        }

        @Override
        public List<Webhook> all(String tenantId) {
            return List.of(webhook);
        }

        @Override
        public Webhook change(String tenantId, String name, UnaryOperator<Webhook> change, Audit<Webhook> audit) {
            throw new UnsupportedOperationException();
        }
    }
}
