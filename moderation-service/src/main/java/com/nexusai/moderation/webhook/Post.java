package com.nexusai.moderation.webhook;

import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Webhook;
import com.nexusai.schema.serde.Json;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Takes one decision to one webhook, once. */
public final class Post implements AutoCloseable {
    private static final Duration TIME = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIME)
            // an address that was looked at must not send us on to another
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Secrets secrets;
    private final Destinations destinations;
    private final Clock clock;

    public Post(Secrets secrets, Destinations destinations, Clock clock) {
        this.secrets = secrets;
        this.destinations = destinations;
        this.clock = clock;
    }

    /** What is posted. */
    record Message(String type, Instant timestamp, Decision data) {}

    /** Why it was not taken, in words; empty when it was. */
    Optional<String> deliver(Webhook webhook, Decision decision) throws InterruptedException {
        var objection = destinations.objection(webhook.url());
        if (objection.isPresent()) {
            return objection;
        }
        var now = clock.instant();
        var body = Json.MAPPER.writeValueAsBytes(new Message("moderation.decided", decision.decidedAt(), decision));
        var id = decision.decisionId();
        var request = HttpRequest.newBuilder(webhook.url())
                .timeout(TIME)
                .header("Content-Type", "application/json")
                .header("User-Agent", "nexusai-moderation")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", secrets.signatures(webhook, id, now.getEpochSecond(), body, now))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        // what they answer is not read: it may have no end
        var sent = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            int status = sent.get(TIME.toMillis(), TimeUnit.MILLISECONDS).statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of("It answered " + status + ".");
        } catch (TimeoutException slow) {
            return Optional.of("It did not answer within " + TIME.toSeconds() + " s.");
        } catch (ExecutionException failure) {
            return Optional.of("It cannot be reached, or broke off.");
        } finally {
            sent.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
