package com.nexusai.systemtests.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the script thinks of parts that run, asked of servers that only pretend to be parts. */
class FleetHealthTest {
    private static final List<String> PARTS = List.of("say", "parts", "events", "look");

    @TempDir
    private Path folder;

    private FleetScript fleet;
    private ServerSocket kafka;
    private ServerSocket redis;
    private HttpServer web;

    @BeforeEach
    void openServers() throws IOException {
        fleet = new FleetScript(folder);
        kafka = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        redis = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.start();
    }

    @AfterEach
    void closeServers() throws IOException {
        kafka.close();
        redis.close();
        web.stop(0);
    }

    @Test
    void shouldBeReadyWhenAllServersOfTheStackAnswer() throws Exception {
        answer("/ping", 200);

        assertThat(stateOfStack("127.0.0.1:" + kafka.getLocalPort())).isEqualTo("ready:\n");
    }

    @Test
    void shouldAskOneBrokerAfterTheOther() throws Exception {
        answer("/ping", 200);

        assertThat(stateOfStack("127.0.0.1:1,127.0.0.1:" + kafka.getLocalPort()))
                .isEqualTo("ready:\n");
    }

    @Test
    void shouldNameTheServerThatIsAway() throws Exception {
        answer("/ping", 200);
        redis.close();

        assertThat(stateOfStack("127.0.0.1:" + kafka.getLocalPort())).isEqualTo("failed:no answer from Redis\n");
    }

    @Test
    void shouldNameAllThatAreAway() throws Exception {
        answer("/ping", 500);
        kafka.close();

        assertThat(stateOfStack("127.0.0.1:" + kafka.getLocalPort()))
                .isEqualTo("failed:no answer from Kafka, ClickHouse\n");
    }

    @Test
    void shouldStillBeStartingWhenTheStackHasNotWrittenItsAddresses() throws Exception {
        assertThat(stateOf("dev-stack")).isEqualTo("starting:\n");
    }

    @ParameterizedTest
    @CsvSource({
        "200, 200, 'ready:'",
        "200, 503, 'starting:'",
        "503, 503, 'failed:asks for a restart'",
        "503, 200, 'failed:asks for a restart'"
    })
    void shouldTellAServiceThatFailedFromOneThatStarts(int liveness, int readiness, String state) throws Exception {
        answer("/health/liveness", liveness);
        answer("/health/readiness", readiness);

        assertThat(stateOf("query-service")).isEqualTo(state + "\n");
    }

    @Test
    void shouldStopAndNameOnlyWhatHasFailed() throws Exception {
        var outcome = fleet.callParts(List.of("say", "parts", "up"), """
                sleep() { true; }
                is_running() { [ "$1" != ingest-service ]; }
                fault_of() { case $1 in query-service) say 'asks for a restart' ;; esac; }
                stop_in_order() { say "stopping $*"; }
                stop_failed "${SERVICES[@]}"
                say "failed ${FAILED[*]}"
                """);

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .contains("query-service        asks for a restart")
                .endsWith("stopping query-service\nfailed query-service\n");
    }

    private String stateOfStack(String brokers) throws Exception {
        Files.writeString(folder.resolve("addresses"), """
                KAFKA_BOOTSTRAP_SERVERS=%s
                REDIS_URL=redis://:secret@localhost:%d/0
                CLICKHOUSE_URL=http://127.0.0.1:%d
                """.formatted(
                        brokers, redis.getLocalPort(), web.getAddress().getPort()));
        return stateOf("dev-stack");
    }

    private String stateOf(String part) throws Exception {
        var outcome = fleet.callParts(PARTS, """
                OFFSET=0 ADDRESSES=addresses
                is_running() { true; }
                url_of() { say http://127.0.0.1:%d; }
                say "$(state_of %s):$(fault_of %s)"
                """.formatted(web.getAddress().getPort(), part, part));
        assertThat(outcome.err()).isEmpty();
        return outcome.out();
    }

    private void answer(String path, int status) {
        web.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }
}
