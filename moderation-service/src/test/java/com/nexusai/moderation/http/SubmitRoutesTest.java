package com.nexusai.moderation.http;

import static com.nexusai.moderation.http.RoutesServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.ModerationCommand.Verdict;
import com.nexusai.schema.moderation.Reason;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitRoutesTest {
    private static final String BASE = "/api/v1/moderation";

    private RoutesServer server;

    @BeforeEach
    void start(@TempDir Path folder) {
        server = new RoutesServer(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldAskProvidersWhileTheCallerWaitsAndSendTheirVerdictAfterTheSubmission() {
        put("/policies", "{'version':0,'providers':{'order':['oracle'],'always':true}}");
        server.found = List.of(new Reason("oracle/hate", "hate", 0.9, "Hate.", null));

        var answer = json(server.moderate("{'contentId':'m1','text':'hello'}"));

        assertThat(answer.path("decision").asString()).isEqualTo("REJECTED");
        assertThat(answer.path("policy").asString()).isEqualTo("local-2/1+oracle");
        var sent = server.commands.history();
        assertThat(sent).hasSize(2).allMatch(record -> record.key().equals("acme/m1"));
        assertThat(((Submit) sent.get(0).value()).asksItself()).isTrue();
        assertThat(((Verdict) sent.get(1).value()).provider()).isEqualTo("oracle");
    }

    @Test
    void shouldShowAPictureInHandToAProviderThoughNobodyWaits() throws Exception {
        put("/policies", "{'version':0,'providers':{'order':['oracle']}}");

        var response = server.send(server.request(BASE + "/moderate?async=true", RoutesServer.KEY)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"kind\":\"image\",\"contentId\":\"p1\",\"media\":{\"base64\":\"" + Drawing.base64("png")
                                + "\"}}")));

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(json(response).path("caseId").asString()).isNotEmpty();
        assertThat(server.commands.history()).hasSize(2);
        var verdict = (Verdict) server.commands.history().get(1).value();
        assertThat(verdict.sawMedia()).isTrue();
        var submit = (Submit) server.commands.history().getFirst().value();
        assertThat(submit.media().sha256()).hasSize(64);
    }

    @Test
    void shouldGiveACaseAtOnceAndLeaveTheAskingToOthersWhenAsync() {
        put("/policies", "{'version':0,'providers':{'order':['oracle'],'always':true}}");

        var response = server.send(server.request(BASE + "/moderate?async=true", RoutesServer.KEY)
                .POST(HttpRequest.BodyPublishers.ofString("{\"contentId\":\"m1\",\"text\":\"hello\"}")));

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(server.commands.history())
                .singleElement()
                .satisfies(record ->
                        assertThat(((Submit) record.value()).asksItself()).isNull());
    }

    @Test
    void shouldCountWhatComesByRequestForFlooding() {
        for (int i = 0; i < 20; i++) {
            server.moderate("{'text':'hello','authorId':'ada'}");
        }

        var answer = json(server.moderate("{'text':'hello','authorId':'ada'}"));

        assertThat(answer.path("reasons").path(0).path("rule").asString()).isEqualTo("spam/flooding");
        assertThat(server.commands.history().getLast().headers().lastHeader("actor-pace"))
                .isNotNull();
        assertThat(json(server.moderate("{'text':'hello','authorId':'eve'}"))
                        .path("reasons")
                        .isEmpty())
                .isTrue();
    }

    private HttpResponse<String> put(String path, String body) {
        return server.send(server.request(BASE + path, RoutesServer.LEAD)
                .PUT(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }
}
