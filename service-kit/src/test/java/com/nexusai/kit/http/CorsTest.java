package com.nexusai.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.kit.auth.Open;
import com.nexusai.kit.auth.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What pages of other origins may do. */
class CorsTest {
    private static final Routes ROUTES = routes -> {
        routes.post("/open", ctx -> ctx.result("ok"), Open.PUBLIC);
        routes.post("/closed", ctx -> ctx.result("ok"), Scope.INGEST);
    };

    @Test
    void shouldLetInThePagesOfTheOriginsThatAreNamedAndNoOther() {
        try (var server =
                TestServer.withCorsOrigins(List.of("https://shop.example", "https://*.pages.example"), ROUTES)) {
            assertThat(allowed(server, "/open", "https://shop.example")).isEqualTo("https://shop.example");
            assertThat(allowed(server, "/open", "https://a.pages.example")).isEqualTo("https://a.pages.example");
            assertThat(allowed(server, "/open", "https://evil.example")).isEmpty();
        }
    }

    @Test
    void shouldServeItsOwnPagesWhenOnlyOthersAreNamed() {
        try (var server = TestServer.withCorsOrigins(List.of("https://shop.example"), ROUTES)) {
            var own = "http://127.0.0.1:" + server.port();

            assertThat(server.post("/open", new byte[0], "Origin", own).statusCode())
                    .isEqualTo(200);
            assertThat(server.post("/open", new byte[0], "Origin", "https://evil.example")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void shouldLetAPageReadWhyItWasRefused() {
        try (var server = TestServer.withCorsOrigins(List.of("*"), ROUTES)) {
            assertThat(allowed(server, "/closed", "https://any.example")).isNotEmpty();
        }
    }

    @Test
    void shouldAnswerABrowserThatAsksFirst() {
        try (var server = TestServer.withCorsOrigins(List.of("https://shop.example"), ROUTES)) {
            var answer = server.send(server.request(
                            "/closed",
                            "Origin",
                            "https://shop.example",
                            "Access-Control-Request-Method",
                            "POST",
                            "Access-Control-Request-Headers",
                            "authorization,content-type")
                    .method("OPTIONS", BodyPublishers.noBody()));

            assertThat(answer.statusCode()).isBetween(200, 204);
            assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
            assertThat(header(answer, "Access-Control-Allow-Headers")).contains("authorization");
            assertThat(header(answer, "Access-Control-Allow-Methods")).contains("POST");
        }
    }

    @Test
    void shouldAllowNoPageWhereNoneIsNamed() {
        try (var server = new TestServer(ROUTES)) {
            assertThat(allowed(server, "/open", "https://shop.example")).isEmpty();
        }
    }

    private static String allowed(TestServer server, String path, String origin) {
        return header(server.post(path, new byte[0], "Origin", origin), "Access-Control-Allow-Origin");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
