package com.nexusai.aggregator.sink.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands before ClickHouse and does to inserts what networks and broken servers do; it counts how often it did. */
final class FaultyProxy implements AutoCloseable {
    enum Fault {
        NONE,
        /** Says 503 and does nothing. */
        UNAVAILABLE,
        /** Says 200 with a page of somebody else's, and does nothing. */
        SOMEBODY_ELSE,
        /** Says 500 with ClickHouse's code of memory that is used up. */
        OUT_OF_MEMORY,
        /** Breaks the connection off before the insert. */
        RESET,
        /** Inserts, and breaks the connection off before the answer. */
        ANSWER_LOST,
        /** Inserts, and answers with an error all the same. */
        ANSWER_WRONG,
        /** Inserts after two seconds. */
        SLOW
    }

    private static final Set<String> OURS =
            Set.of("host", "connection", "content-length", "expect", "transfer-encoding");

    private final URI target;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger fired = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;

    FaultyProxy(String target) throws IOException {
        this.target = URI.create(target);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void inject(Fault next) {
        fired.set(0);
        fault = next;
    }

    /** How often the fault that is injected has struck. */
    int fired() {
        return fired.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            boolean insert =
                    String.valueOf(exchange.getRequestURI().getRawQuery()).contains("INSERT");
            var now = insert ? fault : Fault.NONE;
            if (now != Fault.NONE) {
                fired.incrementAndGet();
            }
            switch (now) {
                case NONE -> pass(exchange, body);
                case UNAVAILABLE -> answer(exchange, 503, "upstream is away");
                case SOMEBODY_ELSE -> answer(exchange, 200, "<html>Welcome to nginx!</html>");
                case OUT_OF_MEMORY -> {
                    exchange.getResponseHeaders().set("X-ClickHouse-Exception-Code", "241");
                    answer(exchange, 500, "Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED)");
                }
                case RESET -> {}
                case ANSWER_LOST -> forward(exchange, body);
                case ANSWER_WRONG -> {
                    forward(exchange, body);
                    answer(exchange, 500, "\u0000\u0001 not an answer");
                }
                case SLOW -> {
                    LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
                    pass(exchange, body);
                }
            }
        }
    }

    private void pass(HttpExchange exchange, byte[] body) throws IOException {
        var answer = forward(exchange, body);
        answer.headers().map().forEach((name, values) -> {
            if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        answer(exchange, answer.statusCode(), answer.body());
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        answer(exchange, status, text.getBytes(UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
