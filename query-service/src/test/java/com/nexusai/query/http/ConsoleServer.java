package com.nexusai.query.http;

import com.nexusai.kit.auth.Authentication;
import com.nexusai.kit.auth.KeyLookup;
import com.nexusai.kit.config.HttpConfig;
import com.nexusai.kit.health.Health;
import com.nexusai.kit.http.HttpServer;
import com.nexusai.kit.metrics.Metrics;
import com.nexusai.schema.auth.ApiKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The console as it is served, and no API behind it. */
final class ConsoleServer implements AutoCloseable {
    private final HttpServer server;

    ConsoleServer(String ingestUrl) {
        var http = new HttpConfig("127.0.0.1", 0, 1_000_000, Duration.ofSeconds(30), Duration.ofSeconds(1));
        server = new HttpServer(
                http,
                new Authentication(new NoKey(), null, Clock.systemUTC()),
                new Health(),
                Metrics.registry("query-service", "console-test"),
                List.of(new ConsoleRoutes(ingestUrl)));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    private static final class NoKey implements KeyLookup {
        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public @Nullable ApiKey find(String sha256) {
            return null;
        }
    }
}
