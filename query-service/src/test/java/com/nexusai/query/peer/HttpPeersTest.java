package com.nexusai.query.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpPeersTest {
    private final AtomicReference<String> received = new AtomicReference<>();
    private final HttpPeers peers = new HttpPeers(Duration.ofSeconds(5));
    private HttpServer peer;

    @BeforeEach
    void start() throws IOException {
        peer = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        peer.createContext("/", exchange -> {
            received.set(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        peer.start();
    }

    @AfterEach
    void stop() {
        peers.close();
        peer.stop(0);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "/series?dimension={a}, /series?dimension=%7Ba%7D",
                "/series?dimension=a|b\"<c>^`\\[d]#, /series?dimension=a%7Cb%22%3Cc%3E%5E%60%5C%5Bd%5D%23",
                "/series?dimension=ü€😀, /series?dimension=%C3%BC%E2%82%AC%F0%9F%98%80",
                "/series?dimension=100%&x=%4, /series?dimension=100%25&x=%254",
                "/series?dimension=%7Ba%7d%2F+*&fill=true, /series?dimension=%7Ba%7d%2F+*&fill=true",
                "/user/{a}%2Fb/metrics, /user/%7Ba%7D%2Fb/metrics",
            })
    void shouldAskForTheSameWhenTheQuestionHoldsWhatAUriMayNot(String given, String expected) {
        var answer =
                peers.ask(new HostInfo("127.0.0.1", peer.getAddress().getPort()), PeerRequest.get(given, Map.of()));

        assertThat(answer).isPresent();
        assertThat(received.get()).isEqualTo(expected);
    }
}
