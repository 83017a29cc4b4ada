package com.nexusai.devstack.clickhouse.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexusai.devstack.clickhouse.engine.EngineException;
import com.sun.net.httpserver.Headers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final Credentials SECURED = Credentials.from(Map.of("DEV_STACK_CLICKHOUSE_PASSWORD", "s3cret"));

    private static Request request(Map<String, String> parameters, String... headers) {
        Headers all = new Headers();
        for (int i = 0; i < headers.length; i += 2) {
            all.set(headers[i], headers[i + 1]);
        }
        return new Request("POST", parameters, Map.of(), Map.of(), all, "q");
    }

    @Test
    void shouldLetEverybodyInWhenThereIsNoPassword() {
        assertThatCode(() -> Credentials.from(Map.of()).check(request(Map.of(), "Authorization", "Basic eDp5")))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldTakeThePasswordFromEveryPlaceAClientPutsIt() {
        assertThatCode(() -> {
                    SECURED.check(request(Map.of(), "Authorization", "Basic ZGVmYXVsdDpzM2NyZXQ="));
                    SECURED.check(request(Map.of(), "X-ClickHouse-User", "default", "X-ClickHouse-Key", "s3cret"));
                    SECURED.check(request(Map.of("user", "default", "password", "s3cret")));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseWithTheServersCodeWhenThePasswordIsWrong() {
        assertThatThrownBy(() -> SECURED.check(request(Map.of(), "Authorization", "Basic not base64!")))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("Code: 516. DB::Exception: ")
                .hasMessageEndingWith("(AUTHENTICATION_FAILED)");
    }
}
