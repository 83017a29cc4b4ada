package com.nexusai.systemtests.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The health check of the images, run against a server that is well, one that is not, and none. */
class HealthyScriptTest {
    private HttpServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        answer("/health/liveness", 200);
        answer("/health/readiness", 503);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void shouldSucceedWhenTheServiceIsWell() throws Exception {
        assertThat(run("/health/liveness")).isZero();
    }

    @Test
    void shouldFailWhenTheServiceIsNot() throws Exception {
        assertThat(run("/health/readiness")).isNotZero();
    }

    @Test
    void shouldFailWhenNobodyListens() throws Exception {
        server.stop(0);

        assertThat(run("/health/liveness")).isNotZero();
    }

    private void answer(String path, int status) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    private int run(String path) throws IOException, InterruptedException {
        ProcessBuilder script =
                new ProcessBuilder(Checkout.path("ops/container/healthy").toString(), path);
        script.environment().put("HTTP_PORT", String.valueOf(server.getAddress().getPort()));
        script.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = script.start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
