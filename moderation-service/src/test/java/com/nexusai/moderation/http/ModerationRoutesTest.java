package com.nexusai.moderation.http;

import static com.nexusai.moderation.http.RoutesServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.ContentRules;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.CommandOutcome;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.ModeratorRole;
import com.nexusai.schema.moderation.ReviewStep;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
    void shouldGiveTheCommandAndAnswerWithItsOutcome() {
        server.outcome = outcome(null);

        var response = server.send(server.request("/api/v1/moderation/chat/1/claim", RoutesServer.KEY)
                .header("Idempotency-Key", "c-1")
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).path("claimedBy").asString()).isEqualTo("id");
        assertThat(server.given.getLast()).isInstanceOfSatisfying(Review.class, review -> {
            assertThat(review.contentId()).isEqualTo("chat/1");
            assertThat(review.commandId()).isEqualTo("c-1");
            assertThat(review.by()).isEqualTo("id");
            assertThat(review.role()).isEqualTo(ModeratorRole.MODERATOR);
            assertThat(review.step()).isEqualTo(ReviewStep.CLAIM);
        });
    }

    @Test
    void shouldSayThatNothingIsKnownYetWhenTheOutcomeIsLate() {
        server.outcome = null;

        var response = act("m1/approve", "{}");

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).path("commandId").asString()).isEqualTo("fresh-id");
    }

    @ParameterizedTest
    @CsvSource({"wrong-state,409", "claimed-by-another,409", "lead-only,403", "not-the-author,403", "no-case,404"})
    void shouldRefuseWithTheStateOfTheCase(String refusal, int status) {
        server.outcome = outcome(refusal);

        var response = act("m1/approve", "{}");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).path("state").asString()).isEqualTo("IN_REVIEW");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m1/reassign|{}|to",
                "m1/reject|{\"until\":\"1969-01-01T00:00:00Z\"}|until",
                "report|{\"contentId\":\"m1\"}|reporterId",
                "m1/appeal|{}|authorId",
                "bulk|{\"step\":\"approve\",\"contentIds\":[]}|contentIds",
                "claim-next|{\"queue\":\"a/b\"}|queue"
            })
    void shouldNameTheFieldWhenAnActCannotBeRead(String path, String body, String field) {
        int before = server.given.size();

        var response = act(path, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("field").asString()).isEqualTo(field);
        assertThat(server.given).hasSize(before);
    }

    private static HttpResponse<String> act(String path, String body) {
        return server.send(server.request("/api/v1/moderation/" + path, RoutesServer.KEY)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static CommandOutcome outcome(String refusal) {
        return new CommandOutcome(
                "c-1",
                "acme",
                "chat/1",
                "case",
                "claim",
                "id",
                refusal,
                "why",
                CaseState.IN_REVIEW,
                2,
                "d-1",
                "id",
                Instant.EPOCH,
                Instant.EPOCH,
                null);
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
