package com.nexusai.devstack.clickhouse.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.devstack.clickhouse.engine.Engine;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP server. Statements run on platform threads: a virtual thread inside a native call holds its carrier, and two
 * long statements would stop a two-core machine. More requests than threads wait their turn.
 */
public final class ClickHouseEndpoint implements AutoCloseable {
    private static final int STATEMENTS_AT_ONCE = 32;
    private static final int BACKLOG = 512;
    private static final int GRACE_SECONDS = 5;

    private final HttpServer server;
    private final ExecutorService statements;
    private final Sessions sessions;

    private ClickHouseEndpoint(HttpServer server, ExecutorService statements, Sessions sessions) {
        this.server = server;
        this.statements = statements;
        this.sessions = sessions;
    }

    public static ClickHouseEndpoint start(Engine engine, InetSocketAddress address, Credentials credentials)
            throws IOException {
        HttpServer server = HttpServer.create(address, BACKLOG);
        ServerIdentity identity = new ServerIdentity(engine.host(), engine.timezone(), engine.version());
        Sessions sessions = new Sessions(engine, Clock.systemUTC());
        QueryHandler queries = new QueryHandler(sessions, identity, credentials);
        server.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/")) {
                queryOrGreeting(queries, exchange);
            } else {
                text(
                        exchange,
                        404,
                        "There is no handle " + exchange.getRequestURI().getPath() + "\n");
            }
        });
        server.createContext("/ping", exchange -> text(exchange, 200, "Ok.\n"));
        server.createContext("/replicas_status", exchange -> text(exchange, 200, "Ok.\n"));
        ExecutorService statements = Executors.newFixedThreadPool(
                STATEMENTS_AT_ONCE,
                Thread.ofPlatform().name("clickhouse-http-", 0).daemon().factory());
        server.setExecutor(statements);
        server.start();
        return new ClickHouseEndpoint(server, statements, sessions);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Statements under way get a few seconds. */
    @Override
    public void close() {
        statements.shutdown();
        awaitStatements();
        server.stop(0);
        sessions.close();
    }

    private void awaitStatements() {
        try {
            boolean ended = statements.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                statements.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void queryOrGreeting(QueryHandler queries, HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")
                && exchange.getRequestURI().getRawQuery() == null) {
            text(exchange, 200, "Ok.\n");
        } else {
            queries.handle(exchange);
        }
    }

    private static void text(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
