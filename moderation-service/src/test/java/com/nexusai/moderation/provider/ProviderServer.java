package com.nexusai.moderation.provider;

import com.nexusai.schema.serde.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** A provider on this machine: it keeps what it is sent, and answers as it is told. */
public final class ProviderServer implements AutoCloseable {
    public record Request(String uri, Map<String, List<String>> headers, JsonNode body) {}

    final List<Request> requests = new CopyOnWriteArrayList<>();

    private final Map<String, String> answerHeaders = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String body = "{}";
    private volatile boolean silent;
    private volatile boolean trickling;

    public ProviderServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public void answers(int status, String body) {
        this.status = status;
        this.body = body;
    }

    public void answersWith(String header, String value) {
        answerHeaders.put(header, value);
    }

    /** Takes the question and says nothing. */
    public void isSilent() {
        silent = true;
    }

    /** Sends its headers and the first byte, and then nothing. */
    void trickles() {
        trickling = true;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var sent = Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
            requests.add(new Request(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), sent));
            if (silent) {
                closed.await();
            }
            answerHeaders.forEach(exchange.getResponseHeaders()::set);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (trickling) {
                exchange.getResponseBody().write(bytes, 0, 1);
                exchange.getResponseBody().flush();
                closed.await();
            }
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    public List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
