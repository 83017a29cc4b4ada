package com.nexusai.devstack.clickhouse.http;

import com.nexusai.devstack.clickhouse.engine.EngineConnection;
import com.nexusai.devstack.clickhouse.engine.EngineException;
import com.nexusai.devstack.clickhouse.engine.EngineInsert;
import com.nexusai.devstack.clickhouse.engine.Progress;
import com.nexusai.devstack.clickhouse.wire.CorruptBodyException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;

/** Runs the statement of a request in a session of its own and sends what comes of it. */
final class QueryHandler implements HttpHandler {
    private final Sessions sessions;
    private final ServerIdentity identity;
    private final Credentials credentials;

    QueryHandler(Sessions sessions, ServerIdentity identity, Credentials credentials) {
        this.sessions = sessions;
        this.identity = identity;
        this.credentials = credentials;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Request request = Request.of(exchange);
        Response response = new Response(exchange, request, identity, System.nanoTime());
        try {
            answer(request, response, exchange);
        } catch (EngineException error) {
            refuse(response, error);
        } catch (CorruptBodyException corrupt) {
            refuse(response, new EngineException(corrupt.code(), corrupt.name(), String.valueOf(corrupt.getMessage())));
        }
        exchange.close();
    }

    private static void refuse(Response response, EngineException error) throws IOException {
        if (response.begun()) {
            response.breakOff(error);
        }
        response.fail(error);
    }

    private void answer(Request request, Response response, HttpExchange exchange) throws IOException {
        credentials.check(request);
        RequestBody body = RequestBody.of(request, exchange.getRequestBody());
        try (Sessions.Lease lease = sessions.lease(request)) {
            EngineConnection connection = lease.connection();
            prepare(connection, request);
            switch (Statement.parse(body.head(), request.defaultFormat())) {
                case Statement.InsertRows insert -> insert(connection, request, response, body, insert);
                case Statement.Query query -> query(connection, request, response, body, query);
            }
        }
    }

    private static void prepare(EngineConnection connection, Request request) {
        String database = request.database();
        if (database != null && !database.equals("default")) {
            connection.run("USE `" + escaped(database) + "`");
        }
        if (!request.settings().isEmpty()) {
            connection.run(request.settings().entrySet().stream()
                    .map(setting -> "`" + escaped(setting.getKey()) + "` = '" + escaped(setting.getValue()) + "'")
                    .collect(Collectors.joining(", ", "SET ", "")));
        }
        if (request.readOnly()) {
            connection.run("SET readonly = 2");
        }
    }

    private static void insert(
            EngineConnection connection,
            Request request,
            Response response,
            RequestBody body,
            Statement.InsertRows insert)
            throws IOException {
        Progress progress;
        try (EngineInsert rows = connection.insert(insert.sql(), insert.format(), request.queryParameters())) {
            rows.append(body.rowsFrom(insert.rowsStart()));
            progress = rows.finish();
        }
        response.begin(request.defaultFormat(), progress);
        response.end();
    }

    private static void query(
            EngineConnection connection, Request request, Response response, RequestBody body, Statement.Query query)
            throws IOException {
        String sql = body.statement();
        if (sql.isEmpty()) {
            throw new EngineException(62, "SYNTAX_ERROR", "Empty query");
        }
        try (ResultReader result = ResultReader.open(connection, sql, query, request)) {
            if (request.is("wait_end_of_query")) {
                sendWhenWhole(response, query, result);
            } else {
                sendAsItComes(response, query, result);
            }
        }
    }

    private static void sendAsItComes(Response response, Statement.Query query, ResultReader result)
            throws IOException {
        boolean more = result.advance();
        OutputStream out = response.begin(query.format(), result.progress());
        while (more) {
            result.writePiece(out);
            more = result.advance();
        }
        response.end();
    }

    /** The client would rather wait than see an error in the middle: so nothing is sent before the end is known. */
    private static void sendWhenWhole(Response response, Statement.Query query, ResultReader result)
            throws IOException {
        try (Spool spool = new Spool()) {
            while (result.advance()) {
                result.writePiece(spool);
            }
            spool.copyTo(response.begin(query.format(), result.progress()));
        }
        response.end();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'").replace("`", "\\`");
    }
}
