package com.nexusai.devstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackTest {
    private static final DemoEvent EVENT = new DemoEvent(
            new UUID(1, 2), "USER_LOGIN", "u-1", "s-1", Instant.EPOCH, Map.of("a", 1), Map.of(), Map.of());

    private final List<String> bodies = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Track trackThatIsAnswered(int... statuses) {
        Iterator<Integer> answers = Arrays.stream(statuses).iterator();
        server.createContext("/api/v1/analytics/track", exchange -> {
            bodies.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(answers.next(), -1);
            exchange.close();
        });
        URI ingest = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Track(HttpClient.newHttpClient(), ingest, "key");
    }

    @Test
    void shouldSendTheSameIdsAgainWhenTheServerIsBusy() {
        trackThatIsAnswered(503, 429, 202).send(List.of(EVENT));

        assertThat(bodies).hasSize(3).containsOnly(bodies.getFirst());
        assertThat(bodies.getFirst())
                .startsWith("Bearer key {\"events\":[{\"eventId\":\"00000000-0000-0001-0000-000000000002\"");
    }

    @Test
    void shouldNotRepeatWhatIsRefusedForGood() {
        trackThatIsAnswered(400).send(List.of(EVENT));

        assertThat(bodies).hasSize(1);
    }

    @Test
    void shouldGiveUpWhenTheKeyIsWrong() {
        Track track = trackThatIsAnswered(401);

        assertThatThrownBy(() -> track.send(List.of(EVENT)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("key");
    }
}
