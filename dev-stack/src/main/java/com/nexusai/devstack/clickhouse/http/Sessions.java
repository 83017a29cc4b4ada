package com.nexusai.devstack.clickhouse.http;

import com.nexusai.devstack.clickhouse.engine.Engine;
import com.nexusai.devstack.clickhouse.engine.EngineConnection;
import com.nexusai.devstack.clickhouse.engine.EngineException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Engine sessions for requests. Without {@code session_id} each request gets a fresh one, so that neither USE nor SET nor
 * a temporary table of one request is seen by another.
 */
final class Sessions implements AutoCloseable {
    private static final int SESSION_IS_LOCKED = 373;
    private static final int SESSION_NOT_FOUND = 372;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration USUAL = Duration.ofSeconds(60);

    private final Engine engine;
    private final Clock clock;
    private final Map<String, Named> named = new HashMap<>();

    Sessions(Engine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /** A session for one request. */
    static final class Lease implements AutoCloseable {
        private final EngineConnection connection;
        private final Runnable giveBack;

        private Lease(EngineConnection connection, Runnable giveBack) {
            this.connection = connection;
            this.giveBack = giveBack;
        }

        EngineConnection connection() {
            return connection;
        }

        @Override
        public void close() {
            giveBack.run();
        }
    }

    Lease lease(Request request) {
        String id = request.sessionId();
        if (id == null) {
            EngineConnection connection = engine.connect();
            return new Lease(connection, connection::close);
        }
        return leaseNamed(id, request);
    }

    private synchronized Lease leaseNamed(String id, Request request) {
        dropExpired();
        Named session = named.get(id);
        if (session == null) {
            if (request.is("session_check")) {
                throw new EngineException(SESSION_NOT_FOUND, "SESSION_NOT_FOUND", "Session " + id + " not found");
            }
            session = new Named(engine.connect());
            named.put(id, session);
        } else if (session.busy) {
            throw new EngineException(
                    SESSION_IS_LOCKED, "SESSION_IS_LOCKED", "Session " + id + " is locked by a concurrent client");
        }
        Named leased = session;
        leased.busy = true;
        return new Lease(leased.connection, () -> giveBack(id, leased, request));
    }

    private synchronized void giveBack(String id, Named session, Request request) {
        session.busy = false;
        session.expires = clock.instant().plus(timeout(request));
        if (request.is("close_session")) {
            named.remove(id);
            session.connection.close();
        }
    }

    private static Duration timeout(Request request) {
        try {
            Duration asked =
                    Duration.ofSeconds(Long.parseLong(request.parameters().getOrDefault("session_timeout", "60")));
            return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        } catch (NumberFormatException notANumber) {
            return USUAL;
        }
    }

    private void dropExpired() {
        Instant now = clock.instant();
        named.values().removeIf(session -> {
            boolean expired = !session.busy && session.expires.isBefore(now);
            if (expired) {
                session.connection.close();
            }
            return expired;
        });
    }

    @Override
    public synchronized void close() {
        named.values().forEach(session -> session.connection.close());
        named.clear();
    }

    private static final class Named {
        private final EngineConnection connection;
        private boolean busy;
        private Instant expires = Instant.MAX;

        Named(EngineConnection connection) {
            this.connection = connection;
        }
    }
}
