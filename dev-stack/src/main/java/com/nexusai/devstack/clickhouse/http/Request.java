package com.nexusai.devstack.clickhouse.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request's headers and URL parameters, sorted into what the HTTP interface itself uses, settings and typed parameters. */
record Request(
        String method,
        Map<String, String> parameters,
        Map<String, String> settings,
        Map<String, String> queryParameters,
        Headers headers,
        String queryId) {
    private static final String TYPED = "param_";
    private static final Set<String> NOT_A_SETTING = Set.of(
            "query",
            "database",
            "default_format",
            "user",
            "password",
            "quota_key",
            "query_id",
            "session_id",
            "session_timeout",
            "session_check",
            "close_session",
            "compress",
            "decompress",
            "wait_end_of_query",
            "buffer_size",
            "stacktrace",
            "role",
            "client_protocol_version");

    static Request of(HttpExchange exchange) {
        Map<String, String> parameters = decode(exchange.getRequestURI().getRawQuery());
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, String> typed = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(TYPED)) {
                typed.put(name.substring(TYPED.length()), value);
            } else if (!NOT_A_SETTING.contains(name)) {
                settings.put(name, value);
            }
        });
        String queryId = parameters.getOrDefault("query_id", "");
        return new Request(
                exchange.getRequestMethod(),
                parameters,
                settings,
                typed,
                exchange.getRequestHeaders(),
                queryId.isEmpty() ? UUID.randomUUID().toString() : queryId);
    }

    String query() {
        return parameters.getOrDefault("query", "");
    }

    @Nullable
    String database() {
        return first("database", "X-ClickHouse-Database");
    }

    String defaultFormat() {
        String format = first("default_format", "X-ClickHouse-Format");
        return format == null ? "TabSeparated" : format;
    }

    @Nullable
    String sessionId() {
        String id = parameters.get("session_id");
        return id == null || id.isEmpty() ? null : id;
    }

    boolean is(String flag) {
        String value = parameters.getOrDefault(flag, "0");
        return value.equals("1") || value.equalsIgnoreCase("true");
    }

    /** A GET may not change anything. */
    boolean readOnly() {
        return method.equals("GET") || method.equals("HEAD");
    }

    @Nullable
    String header(String name) {
        return headers.getFirst(name);
    }

    private @Nullable String first(String parameter, String header) {
        String value = parameters.get(parameter);
        if (value == null || value.isEmpty()) {
            value = headers.getFirst(header);
        }
        return value == null || value.isEmpty() ? null : value;
    }

    private static Map<String, String> decode(@Nullable String query) {
        Map<String, String> decoded = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    decoded.put(text(pair.substring(0, equals)), text(pair.substring(equals + 1)));
                }
            }
        }
        return decoded;
    }

    private static String text(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
