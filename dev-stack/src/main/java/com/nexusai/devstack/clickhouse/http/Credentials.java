package com.nexusai.devstack.clickhouse.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nexusai.devstack.clickhouse.engine.EngineException;
import java.util.Base64;
import java.util.Map;

/** The one user this endpoint knows. Without a password everybody may come in under any name, as on a fresh install. */
public record Credentials(String user, String password) {
    private static final int AUTHENTICATION_FAILED = 516;

    public static Credentials from(Map<String, String> environment) {
        return new Credentials(
                environment.getOrDefault("DEV_STACK_CLICKHOUSE_USER", "default"),
                environment.getOrDefault("DEV_STACK_CLICKHOUSE_PASSWORD", ""));
    }

    void check(Request request) {
        if (password.isEmpty()) {
            return;
        }
        Credentials given = givenBy(request);
        if (!equals(given)) {
            throw new EngineException(
                    AUTHENTICATION_FAILED,
                    "AUTHENTICATION_FAILED",
                    given.user + ": Authentication failed: password is incorrect, or there is no user with such name");
        }
    }

    private static Credentials givenBy(Request request) {
        String basic = request.header("Authorization");
        if (basic != null && basic.startsWith("Basic ")) {
            String[] parts = decoded(basic.substring("Basic ".length())).split(":", 2);
            return new Credentials(parts[0], parts.length > 1 ? parts[1] : "");
        }
        String user = request.header("X-ClickHouse-User");
        String key = request.header("X-ClickHouse-Key");
        return new Credentials(
                user == null ? request.parameters().getOrDefault("user", "default") : user,
                key == null ? request.parameters().getOrDefault("password", "") : key);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
