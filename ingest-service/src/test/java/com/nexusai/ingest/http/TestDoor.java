package com.nexusai.ingest.http;

import com.nexusai.ingest.domain.Admission;
import com.nexusai.ingest.domain.Limits;
import com.nexusai.ingest.gate.EventGate;
import com.nexusai.ingest.gate.TenantShares;
import com.nexusai.ingest.limit.LocalBuckets;
import com.nexusai.ingest.limit.Quota;
import com.nexusai.ingest.limit.Quotas;
import com.nexusai.ingest.limit.Throttle;
import com.nexusai.ingest.protocol.Protocols;
import com.nexusai.kit.auth.Authentication;
import com.nexusai.kit.auth.KeyHash;
import com.nexusai.kit.auth.KeyLookup;
import com.nexusai.kit.config.HttpConfig;
import com.nexusai.kit.health.Health;
import com.nexusai.kit.http.HttpServer;
import com.nexusai.kit.metrics.Metrics;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.serde.Json;
import com.nexusai.schema.topic.Topics;
import io.github.bucket4j.TimeMeter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.MockProducer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The door as producers meet it, on a free port, with a producer that acknowledges at once. */
final class TestDoor implements AutoCloseable {
    static final String KEY = "nx_i_test";
    static final Instant NOW = Instant.parse("2026-11-24T10:00:10Z");

    final MockProducer<byte[], byte[]> producer = new MockProducer<>(
            true,
            null,
            Topics.EVENTS.keySerde().serializer(),
            Topics.EVENTS.valueSerde().serializer());
    final TenantShares shares = new TenantShares(16 << 20, 32 << 20);
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;

    TestDoor() {
        this(unlimited());
    }

    TestDoor(Throttle throttle) {
        var given = new AtomicInteger();
        Supplier<String> ids = () -> "given-" + given.incrementAndGet();
        var clock = InstantSource.fixed(NOW);
        var gate = new EventGate(new Admission(Limits.DEFAULT), producer, clock, ids, 5000, shares);
        var admissions = new Admissions(gate, throttle);
        var auth = new Authentication(new OneKey(), null, clock.withZone(ZoneOffset.UTC));
        server = new HttpServer(
                new HttpConfig("127.0.0.1", 0, 10_485_760, Duration.ofSeconds(30), Duration.ofSeconds(5)),
                auth,
                new Health(),
                Metrics.registry("test", "one"),
                List.of(
                        new TrackRoutes(admissions, auth, ids),
                        new ProtocolRoutes(Protocols.all(), admissions, auth, clock)));
        server.start();
    }

    static Throttle unlimited() {
        var none = new Quota("none", 0, 0);
        return new Throttle(new LocalBuckets(TimeMeter.SYSTEM_MILLISECONDS), new Quotas(none, none, none, none));
    }

    int port() {
        return server.port();
    }

    HttpResponse<String> track(String body, String... headers) {
        return post("/api/v1/analytics/track", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send(request(path).header("Authorization", "Bearer " + KEY), body, headers);
    }

    HttpResponse<String> postWithoutKey(String path, String body, String... headers) {
        return send(request(path), body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<byte[]> get(String path) {
        return exchange(request(path).GET().build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> send(HttpRequest.Builder request, byte[] body, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return exchange(request.POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    void holdShare(String tenant, long bytes) throws Exception {
        shares.take(tenant, bytes);
    }

    void freeShare(String tenant, long bytes) {
        shares.giveBack(tenant, bytes);
    }

    /** What lies on the public topic. */
    List<String> sent() {
        return producer.history().stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.MAPPER.readTree(response.body());
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }

    private static final class OneKey implements KeyLookup {
        private final ApiKey key =
                new ApiKey("k-1", "acme", "test", KeyHash.of(KEY), Set.of("ingest"), Instant.EPOCH, null, null);

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public @Nullable ApiKey find(String sha256) {
            return sha256.equals(key.sha256()) ? key : null;
        }
    }
}
