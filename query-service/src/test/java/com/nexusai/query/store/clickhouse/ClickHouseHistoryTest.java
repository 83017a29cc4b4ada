package com.nexusai.query.store.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.kit.config.ClickHouseConfig;
import com.nexusai.query.domain.EventQuestion;
import com.nexusai.query.domain.TimeRange;
import com.nexusai.query.store.SourceAway;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ClickHouseHistoryTest {
    private static final EventQuestion QUESTION = new EventQuestion(
            "acme",
            new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @Test
    void shouldGiveUpWhenTheServerSaysNothingForLongerThanTheBudget() throws IOException {
        try (var silent = new ServerSocket(0);
                var link = link(silent.getLocalPort())) {
            var history = new ClickHouseHistory(link);
            var since = System.nanoTime();

            assertThatThrownBy(() -> history.counts(QUESTION))
                    .asInstanceOf(InstanceOfAssertFactories.type(SourceAway.class))
                    .matches(SourceAway::outOfTime);

            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void shouldTellAQuestionThatTookTooLongFromAServerThatIsAway() throws IOException {
        assertThat(failureWith("159", "Code: 159. DB::Exception: Timeout exceeded")
                        .outOfTime())
                .isTrue();
        assertThat(failureWith("60", "Code: 60. DB::Exception: Unknown table events")
                        .outOfTime())
                .isFalse();
    }

    private static SourceAway failureWith(String code, String message) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            var body = message.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("X-ClickHouse-Exception-Code", code);
            exchange.sendResponseHeaders(500, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (var link = link(server.getAddress().getPort())) {
            new ClickHouseHistory(link).counts(QUESTION);
            throw new AssertionError("did not fail");
        } catch (SourceAway away) {
            return away;
        } finally {
            server.stop(0);
        }
    }

    private static ClickHouseLink link(int port) {
        var config = new ClickHouseConfig(URI.create("http://127.0.0.1:" + port), "default", null, "analytics");
        return ClickHouseLink.connect(config, Duration.ofSeconds(1), 1_000_000);
    }
}
