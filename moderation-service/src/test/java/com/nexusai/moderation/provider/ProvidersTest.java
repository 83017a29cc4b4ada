package com.nexusai.moderation.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.domain.Category;
import com.nexusai.moderation.provider.Answer.Cause;
import com.nexusai.moderation.provider.Answer.Failed;
import com.nexusai.moderation.provider.Answer.Verdict;
import com.nexusai.schema.moderation.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidersTest {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final HttpClient client = HttpClient.newHttpClient();
    private ProviderServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ProviderServer();
    }

    @AfterEach
    void stop() {
        server.close();
        client.shutdownNow();
    }

    @Test
    void shouldSpeakAzuresTextFormat() throws Exception {
        server.answers(200, """
                {"blocklistsMatch":[{"blocklistName":"house","blocklistItemId":"i1","blocklistItemText":"zonk"}],
                 "categoriesAnalysis":[{"category":"Hate","severity":0},{"category":"SelfHarm","severity":0},
                 {"category":"Sexual","severity":0},{"category":"Violence","severity":4}]}""");

        var answer = azure().ask(Material.text("some text"), TIME);

        assertThat(((Verdict) answer).reasons()).extracting(Reason::category).containsExactly("violence", "harassment");
        var request = server.requests.getFirst();
        assertThat(request.uri()).isEqualTo("/contentsafety/text:analyze?api-version=2024-09-01");
        assertThat(request.headers().get("Ocp-apim-subscription-key")).containsExactly("the-key");
        assertThat(request.body().path("text").asString()).isEqualTo("some text");
        assertThat(request.body().path("blocklistNames").path(0).asString()).isEqualTo("house");
    }

    @Test
    void shouldSpeakAzuresImageFormat() throws Exception {
        server.answers(200, "{\"categoriesAnalysis\":[{\"category\":\"Sexual\",\"severity\":6}]}");

        var answer = azure().ask(Material.picture("", "aGVsbG8=", "image/png"), TIME);

        assertThat(((Verdict) answer).reasons()).extracting(Reason::category).containsExactly("sexual");
        assertThat(server.requests.getFirst().uri()).startsWith("/contentsafety/image:analyze");
        assertThat(server.requests.getFirst().body().at("/image/content").asString())
                .isEqualTo("aGVsbG8=");
    }

    @Test
    void shouldSayWhatAzureHasNotReadWhenTextIsLong() throws Exception {
        server.answers(200, "{\"categoriesAnalysis\":[]}");

        var answer = azure().ask(Material.text("a".repeat(10_001)), TIME);

        assertThat(((Verdict) answer).reasons()).extracting(Reason::category).containsExactly("unseen");
        assertThat(server.requests.getFirst().body().path("text").asString()).hasSize(10_000);
    }

    @Test
    void shouldSpeakOpenAisFormat() throws Exception {
        server.answers(200, """
                {"id":"modr-1","model":"omni-moderation-latest","results":[{"flagged":true,
                 "categories":{"harassment":true},
                 "category_scores":{"harassment/threatening":0.91,"sexual/minors":0.07,"violence":0.001,"new":0.9}}]}""");

        var answer = openAi().ask(Material.picture("caption", "aGVsbG8=", "image/png"), TIME);

        assertThat(((Verdict) answer).reasons())
                .extracting(Reason::category)
                .containsExactlyInAnyOrder("harassment", "sexual/minors");
        var request = server.requests.getFirst();
        assertThat(request.uri()).isEqualTo("/v1/moderations");
        assertThat(request.headers().get("Authorization")).containsExactly("Bearer the-key");
        assertThat(request.body().at("/input/0/text").asString()).isEqualTo("caption");
        assertThat(request.body().at("/input/1/image_url/url").asString()).isEqualTo("data:image/png;base64,aGVsbG8=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"out\":{\"scores\":{\"toxic\":0.8,\"fine\":0.1}}}",
                "{\"out\":{\"scores\":[{\"name\":\"toxic\",\"p\":0.8},{\"name\":\"fine\",\"p\":0.1}]}}"
            })
    void shouldReadAnyClassifierByItsMapping(String answer) throws Exception {
        server.answers(200, answer);

        var verdict = (Verdict) classifier().ask(Material.text("some text"), TIME);

        assertThat(verdict.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.category()).isEqualTo("harassment");
            assertThat(reason.weight()).isEqualTo(0.8);
        });
        assertThat(server.requests.getFirst().body().path("inputs").asString()).isEqualTo("some text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Bad gateway</html>",
                "{\"results\":[",
                "{\"results\":{}}",
                "{\"results\":[]}",
                "{\"results\":[{\"category_scores\":{\"hate\":\"much\"}}]}",
                "{\"results\":[{\"category_scores\":{\"hate\":7}}]}",
                "{\"results\":[{\"category_scores\":null}]}",
                "[1,2,3]",
                "null"
            })
    void shouldTakeNonsenseForNoVerdict(String nonsense) throws Exception {
        server.answers(200, nonsense);

        assertThat(((Failed) openAi().ask(Material.text("some text"), TIME)).cause())
                .isEqualTo(Cause.NONSENSE);
    }

    @ParameterizedTest
    @CsvSource({"400, UNFIT", "413, UNFIT", "401, REFUSED", "429, BUSY", "500, BROKEN", "503, BROKEN"})
    void shouldSayWhyThereIsNoVerdict(int status, Cause cause) throws Exception {
        server.answers(status, "{\"error\":\"the-key is wrong\"}");

        var failed = (Failed) openAi().ask(Material.text("some text"), TIME);

        assertThat(failed.cause()).isEqualTo(cause);
        assertThat(failed.detail()).doesNotContain("the-key");
    }

    @Test
    void shouldHearHowLongToWaitWhenProviderIsBusy() throws Exception {
        server.answers(429, "{}");
        server.answersWith("Retry-After", "7");

        assertThat(((Failed) openAi().ask(Material.text("some text"), TIME)).pause())
                .isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void shouldNotWaitLongerThanItsTimeWhenProviderIsSilent() throws Exception {
        server.isSilent();

        assertThat(((Failed) azure().ask(Material.text("some text"), SHORT)).cause())
                .isEqualTo(Cause.SLOW);
    }

    @Test
    void shouldNotWaitLongerThanItsTimeWhenTheAnswerTrickles() throws Exception {
        server.answers(200, "{\"categoriesAnalysis\":[]}");
        server.trickles();

        assertThat(((Failed) azure().ask(Material.text("some text"), SHORT)).cause())
                .isEqualTo(Cause.SLOW);
    }

    @Test
    void shouldNotReadOnWhenTheAnswerHasNoEnd() throws Exception {
        server.answers(200, " ".repeat(2 << 20));

        assertThat(openAi().ask(Material.text("some text"), TIME)).isInstanceOf(Failed.class);
    }

    @Test
    void shouldSayThatProviderIsAwayWhenNobodyListens() throws Exception {
        var uri = server.uri();
        server.close();

        var failed = (Failed) new OpenAiModeration(client, uri, "the-key").ask(Material.text("some text"), TIME);

        assertThat(failed.cause()).isEqualTo(Cause.BROKEN);
    }

    private Provider azure() {
        return new AzureContentSafety(client, server.uri(), "the-key", List.of("house"));
    }

    private Provider openAi() {
        return new OpenAiModeration(client, server.uri(), "the-key");
    }

    private Provider classifier() {
        var mapping = new HttpClassifier.Mapping(
                "inputs", null, "/out/scores", "name", "p", Map.of("toxic", Category.HARASSMENT), 0.3);
        var uri = URI.create(server.uri() + "classify");
        return new HttpClassifier(client, "toxicity", uri, Map.of("X-Key", "the-key"), mapping);
    }
}
