package com.nexusai.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.kit.auth.Authentication;
import com.nexusai.kit.auth.KeyHash;
import com.nexusai.kit.auth.KeyLookup;
import com.nexusai.kit.config.HttpConfig;
import com.nexusai.kit.health.Health;
import com.nexusai.kit.http.HttpServer;
import com.nexusai.kit.http.Routes;
import com.nexusai.kit.metrics.Metrics;
import com.nexusai.query.TopicPipe;
import com.nexusai.query.domain.Breakdown;
import com.nexusai.query.domain.CellLives;
import com.nexusai.query.domain.EventPage;
import com.nexusai.query.domain.EventQuestion;
import com.nexusai.query.domain.Freshness;
import com.nexusai.query.domain.StoredEvent;
import com.nexusai.query.engine.Patience;
import com.nexusai.query.peer.PeerAnswer;
import com.nexusai.query.peer.PeerRequest;
import com.nexusai.query.store.Copies;
import com.nexusai.query.store.History;
import com.nexusai.query.store.Place;
import com.nexusai.query.store.SourceAway;
import com.nexusai.query.store.TodayCounters.Counts;
import com.nexusai.query.topology.TopicStore;
import com.nexusai.schema.auth.ApiKey;
import com.nexusai.schema.serde.Json;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The routes behind the real server, on stores of the test driver; where copies are and who answers is made up. */
final class AnswersFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T12:30:15Z");
    static final HostInfo PEER = new HostInfo("peer", 8084);
    static final Place HERE = new Place.Here(0, Place.Copy.ACTIVE);
    static final Place STANDBY = new Place.Here(0, Place.Copy.STANDBY);
    static final Place THERE = new Place.There(PEER);

    private static final Comparator<StoredEvent.Position> NEWEST_FIRST = Comparator.comparing(
                    StoredEvent.Position::timestamp)
            .thenComparing(StoredEvent.Position::eventId)
            .thenComparing(StoredEvent.Position::actor)
            .reversed();

    final TopicPipe pipe;
    final List<Routes> routes;
    final List<PeerRequest> asked = new ArrayList<>();
    final Map<HostInfo, PeerAnswer> peers = new HashMap<>();
    List<Place> places = List.of(HERE);
    /** At the first looks there are none. */
    int looksInVain;

    Optional<Freshness> freshness = Optional.of(Freshness.current(NOW));
    boolean movingAway;

    @Nullable
    Counts redis;

    Instant newest = NOW.minusMillis(1500);
    boolean historyAway;
    final OpenStreams streams = new OpenStreams();
    final FakeCache cache = new FakeCache();
    final FakeArchive archive = new FakeArchive();
    final FakeDashboards dashboards = new FakeDashboards();
    final FakeDefinitions definitions = new FakeDefinitions();
    final List<StoredEvent> stored = new ArrayList<>();
    final AtomicInteger pagesUntilTooSlow = new AtomicInteger(1_000);
    final AtomicInteger historyAsked = new AtomicInteger();
    volatile CountDownLatch historyAnswers = new CountDownLatch(0);

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        String text(String pointer) {
            return body.at(pointer).asString("");
        }
    }

    AnswersFixture(Path stateDir) {
        pipe = new TopicPipe(stateDir);
        var meters = Metrics.registry("query-service", "test");
        var sources = new QueryRoutes.Sources(
                new FakeCopies(),
                this::askPeer,
                (tenant, date, types) -> counters(),
                new FakeHistory(),
                archive,
                definitions,
                definitions::change,
                dashboards,
                dashboards::change,
                CellLives.USUAL,
                cache,
                new Patience(3, Duration.ofMillis(1), Duration.ofMinutes(1)));
        routes = QueryRoutes.of(sources, new QueryMeters(meters), streams, "test", Clock.fixed(NOW, ZoneOffset.UTC));
        var http = new HttpConfig("127.0.0.1", 0, 1_000_000, Duration.ofSeconds(30), Duration.ofSeconds(1));
        var auth = new Authentication(new OneKey(), null, Clock.systemUTC());
        server = new HttpServer(http, auth, new Health(), meters, routes);
        server.start();
    }

    Answer get(String pathAndQuery, String... headers) {
        return send("GET", pathAndQuery, null, headers);
    }

    Answer post(String path, String json, String... headers) {
        return send("POST", path, json, headers);
    }

    /** The body of an answer that does not end by itself. */
    InputStream open(String path, String... headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                    .header("Authorization", "Bearer secret");
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return client.send(request.build(), BodyHandlers.ofInputStream()).body();
        } catch (Exception failure) {
            throw new IllegalStateException(path, failure);
        }
    }

    Answer send(String method, String pathAndQuery, @Nullable String json, String... headers) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + pathAndQuery))
                    .header("Authorization", "Bearer secret")
                    .header("Content-Type", "application/json")
                    .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
            for (int i = 0; i < headers.length; i += 2) {
                request.setHeader(headers[i], headers[i + 1]);
            }
            var response = client.send(request.build(), BodyHandlers.ofString());
            var type = response.headers().firstValue("Content-Type").orElse("");
            var isJson = Contract.isJson(type.split(";", 2)[0]);
            var body = isJson ? Json.MAPPER.readTree(response.body()) : Json.MAPPER.nullNode();
            check(method, pathAndQuery, response);
            return new Answer(response.statusCode(), body, response);
        } catch (Exception failure) {
            throw new IllegalStateException(pathAndQuery, failure);
        }
    }

    /** What a peer answered is passed on as it is, and in these tests it may be anything. */
    private void check(String method, String pathAndQuery, HttpResponse<String> response) {
        if (peers.isEmpty()) {
            var type = response.headers().firstValue("Content-Type");
            var path = pathAndQuery.split("\\?", 2)[0];
            assertThat(Contract.faults(method, path, response.statusCode(), type, response.body()))
                    .as(method + " " + pathAndQuery + "\n" + response.body())
                    .isEmpty();
        }
    }

    private Optional<PeerAnswer> askPeer(HostInfo peer, PeerRequest request) {
        asked.add(request);
        return Optional.ofNullable(peers.get(peer));
    }

    private Counts counters() {
        if (redis == null) {
            throw SourceAway.unreachable("redis", new IllegalStateException("away"));
        }
        return redis;
    }

    @Override
    public void close() {
        streams.close();
        client.shutdownNow();
        server.close();
        pipe.close();
    }

    private final class FakeCopies implements Copies {
        @Override
        public List<Place> find(TopicStore<?> store, String partitionKey) {
            return looksInVain-- > 0 ? List.of() : places;
        }

        @Override
        public <V> ReadOnlyKeyValueStore<String, V> open(TopicStore<V> store, Place.Here here) {
            if (movingAway) {
                throw new InvalidStateStoreException("moving away");
            }
            return pipe.store(store);
        }

        @Override
        public Optional<Freshness> freshness(TopicStore<?> store, Place.Here here) {
            return freshness;
        }
    }

    private final class FakeHistory implements History {
        @Override
        public EventPage events(EventQuestion question, Optional<StoredEvent.Position> after, int limit) {
            check();
            hold();
            if (pagesUntilTooSlow.getAndDecrement() <= 0) {
                throw SourceAway.outOfTime("clickhouse", new IllegalStateException("slow"));
            }
            return EventPage.fill(rows(question, after), limit, Long.MAX_VALUE);
        }

        @Override
        public Breakdown counts(EventQuestion question) {
            check();
            return new Breakdown(Map.of("LOGIN", 2L));
        }

        @Override
        public Optional<Instant> newest(String tenantId, Instant now) {
            check();
            return Optional.of(newest);
        }

        private Iterator<StoredEvent> rows(EventQuestion question, Optional<StoredEvent.Position> after) {
            return stored.stream()
                    .filter(event -> question.range().contains(event.timestamp()))
                    .filter(event -> after.isEmpty() || NEWEST_FIRST.compare(after.get(), event.position()) < 0)
                    .sorted(Comparator.comparing(StoredEvent::position, NEWEST_FIRST))
                    .iterator();
        }

        private void hold() {
            try {
                historyAsked.incrementAndGet();
                historyAnswers.await();
            } catch (InterruptedException closing) {
                throw new IllegalStateException(closing);
            }
        }

        private void check() {
            if (historyAway) {
                throw SourceAway.unreachable("clickhouse", new IllegalStateException("away"));
            }
        }
    }

    private static final class OneKey implements KeyLookup {
        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public @Nullable ApiKey find(String sha256) {
            if (sha256.equals(KeyHash.of("reader"))) {
                return new ApiKey("r", TopicPipe.TENANT, "test", sha256, Set.of("read"), Instant.EPOCH, null, null);
            }
            var hash = KeyHash.of("secret");
            return sha256.equals(hash)
                    ? new ApiKey(
                            "k", TopicPipe.TENANT, "test", hash, Set.of("read", "admin"), Instant.EPOCH, null, null)
                    : null;
        }
    }
}
