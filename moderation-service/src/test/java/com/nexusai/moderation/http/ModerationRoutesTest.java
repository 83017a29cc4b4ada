package com.nexusai.moderation.http;

import static com.nexusai.moderation.http.RoutesServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.ContentRules;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModerationRoutesTest {
    private static RoutesServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = new RoutesServer(folder);
    }

    @BeforeEach
    void forget() {
        server.commands.clear();
        server.commands.sendException = null;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shouldAnswerWithDecisionAndWriteCommand() {
        var response = server.moderate(
                "{'contentId':'chat/1','type':'profile','text':'you are an idiot','authorId':'ada','context':{'a':1}}");

        assertThat(response.statusCode()).isEqualTo(200);
        var answer = json(response);
        assertThat(answer.path("contentId").asString()).isEqualTo("chat/1");
        assertThat(answer.path("decision").asString()).isEqualTo("REVIEW");
        assertThat(answer.path("confidence").asDouble()).isEqualTo(0.55);
        assertThat(answer.path("categories").path("harassment").asDouble()).isEqualTo(0.45);
        assertThat(answer.path("reasons").path(0).path("span").path("from").asInt())
                .isEqualTo(11);
        assertThat(answer.path("caseId").asString()).isEqualTo(Casework.caseId("acme", "chat/1"));
        var record = server.commands.history().getFirst();
        assertThat(record.key()).isEqualTo("acme/chat/1");
        assertThat(record.headers().lastHeader("traceparent")).isNotNull();
        assertThat(record.value())
                .isEqualTo(new Submit(
                        "acme", "chat/1", ContentKind.PROFILE, "you are an idiot", "ada", "rest", null, Instant.EPOCH));
    }

    @Test
    void shouldGiveAnIdWhenThereIsNone() {
        assertThat(json(server.moderate("{'text':'hello'}")).path("contentId").asString())
                .isEqualTo("fresh-id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'contentId':'1'}|text",
                "{'text':'  '}|text",
                "{'text':'hi','kind':'poem'}|kind",
                "{'text':'hi','type':'poem'}|type"
            })
    void shouldNameTheFieldWhenRequestIsInvalid(String body, String field) {
        var response = server.moderate(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(json(response).path("field").asString()).isEqualTo(field);
        assertThat(server.commands.history()).isEmpty();
    }

    @Test
    void shouldRefuseTextThatKafkaWouldRefuse() {
        var response = server.moderate("{'text':'" + "x".repeat(ContentRules.LONGEST_TEXT + 1) + "'}");

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void shouldMendTextThatNoUtf8CanHold() {
        assertThat(server.moderate("{'text':'a\\ud800'}").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldNotClaimSuccessWhenKafkaDoesNotTakeIt() {
        server.commands.sendException = new TimeoutException("no broker");

        var response = server.moderate("{'text':'hello'}");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "stats", "chat%2F1", "chat/1"})
    void shouldAskToTryAgainWhenStoresAreNotThere(String path) {
        var response = server.get("/api/v1/moderation/" + path);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=x", "limit=201", "order=best", "cursor=!", "cursor=b3RoZXIvMQ"})
    void shouldRefusePageThatCannotBe(String query) {
        assertThat(server.get("/api/v1/moderation/pending?" + query).statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldAskForTheScope() {
        var body = HttpRequest.BodyPublishers.ofString("{\"text\":\"hello\"}");

        var reader = server.send(
                server.request("/api/v1/moderation/moderate", "reader").POST(body));
        var stranger = server.send(
                server.request("/api/v1/moderation/moderate", "stranger").POST(body));

        assertThat(reader.statusCode()).isEqualTo(403);
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(server.commands.history()).isEmpty();
    }
}
