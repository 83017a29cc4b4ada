package com.nexusai.moderation.http;

import static com.nexusai.moderation.http.RoutesServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.audit.AuditEntry;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.serde.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionRoutesTest {
    private static final String BASE = "/api/v1/moderation";
    private static final String SHA = "ab".repeat(32);

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
    void shouldRejectWhatWasPutOnABankAMomentAgo() {
        assertThat(put("/banks/abuse", "{'version':0,'category':'illegal'}").statusCode())
                .isEqualTo(201);
        assertThat(post("/banks/abuse/entries", "{'sha256':'" + SHA + "','note':'report 7'}")
                        .statusCode())
                .isEqualTo(201);

        var answer = json(server.moderate("{'kind':'image','media':{'sha256':'" + SHA + "'}}"));

        assertThat(answer.path("decision").asString()).isEqualTo("REJECTED");
        assertThat(answer.path("reasons").path(0).path("explanation").asString())
                .contains("on the bank abuse, version 2", "report 7");
        assertThat(json(server.get(BASE + "/banks"))
                        .path("items")
                        .path(0)
                        .path("entries")
                        .asInt())
                .isEqualTo(1);
        assertThat(server.audited).extracting(AuditEntry::action).containsExactly("bank-changed", "bank-entry-added");
    }

    @Test
    void shouldKnowAPictureAgainByItsBytesInAnotherForm() throws Exception {
        put("/banks/abuse", "{'version':0,'category':'illegal'}");
        post("/banks/abuse/entries", "{'base64':'" + Drawing.base64("png") + "'}");

        var answer = json(server.moderate("{'kind':'image','media':{'base64':'" + Drawing.base64("jpg") + "'}}"));

        assertThat(answer.path("decision").asString()).isEqualTo("REJECTED");
        assertThat(answer.path("reasons").path(0).path("explanation").asString())
                .contains("of 256 bits");
    }

    @Test
    void shouldTakeAnEntryOffABank() {
        put("/banks/abuse", "{'version':0,'category':'illegal','entries':[{'sha256':'" + SHA + "'}]}");

        assertThat(delete("/banks/abuse/entries/" + SHA).statusCode()).isEqualTo(200);
        assertThat(delete("/banks/abuse/entries/" + SHA).statusCode()).isEqualTo(404);
        assertThat(delete("/banks/abuse?version=1").statusCode()).isEqualTo(409);
        assertThat(delete("/banks/abuse?version=2").statusCode()).isEqualTo(204);
        assertThat(server.get(BASE + "/banks/abuse").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldFindATenantsWordAMomentAfterItWasWritten() {
        assertThat(json(server.moderate("{'text':'you zonkhead'}"))
                        .path("decision")
                        .asString())
                .isEqualTo("APPROVED");

        put(
                "/lexicons/house",
                "{'version':0,'words':[{'phrase':'zonkhead','category':'harassment','severity':0.5}],'allowed':['idiot']}");

        assertThat(json(server.moderate("{'text':'you zonkhead'}"))
                        .path("decision")
                        .asString())
                .isEqualTo("REVIEW");
        assertThat(json(server.moderate("{'text':'you idiot'}"))
                        .path("decision")
                        .asString())
                .isEqualTo("APPROVED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/banks/abuse|{'version':0,'category':'poetry'}|category",
                "/banks/abuse|{'version':0,'category':'spam','maxDistance':200}|maxDistance",
                "/banks/abuse|{'version':0,'category':'spam','entries':[{'note':'x'}]}|entries",
                "/banks/abuse|{'version':0,'category':'spam','entries':[null]}|entries",
                "/banks/abuse|{'version':0,'category':'spam','entries':[{'sha256':'xyz'}]}|media.sha256",
                "/banks/Abuse|{'version':0,'category':'spam'}|name",
                "/lexicons/house|{'version':0,'words':[{'phrase':'x','category':'spam','severity':1}]}|words.severity",
                "/lexicons/house|{'version':0,'words':[{'phrase':' ','category':'spam','severity':0.5}]}|words.phrase",
                "/lexicons/house|{'version':0,'allowed':[null]}|allowed",
                "/webhooks/app|{'version':0,'url':'http://hook.example'}|url",
                "/webhooks/app|{'version':0,'url':'https://127.0.0.1/hook'}|url",
                "/webhooks/app|{'version':0,'url':'https://[fd00::1]/hook'}|url",
                "/policies|{'version':0,'providers':{'order':['nobody']}}|providers.order",
                "/policies|{'version':0,'providers':{'order':['oracle'],'budgetMillis':5}}|providers.budgetMillis"
            })
    void shouldNameTheFieldThatCannotBe(String path, String body, String field) {
        var response = put(path, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("field").asString()).isEqualTo(field);
    }

    @Test
    void shouldAskForALead() {
        var body = HttpRequest.BodyPublishers.ofString("{\"version\":0,\"category\":\"spam\"}");

        assertThat(server.send(server.request(BASE + "/banks/abuse", RoutesServer.KEY)
                                .PUT(body))
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.get(BASE + "/webhooks/app/secret").statusCode()).isEqualTo(403);
    }

    @Test
    void shouldLetRulesHoldThatWereTriedOut() {
        put("/policies/shadow", "{'version':0,'thresholds':{'approveAbove':0.95,'rejectBelow':0.6}}");
        assertThat(json(server.get(BASE + "/policies")).path("version").asInt()).isZero();

        assertThat(post("/policies/shadow/promote?version=7", "").statusCode()).isEqualTo(409);
        assertThat(post("/policies/shadow/promote?version=0", "").statusCode()).isEqualTo(200);

        var policy = json(server.get(BASE + "/policies"));
        assertThat(policy.path("version").asInt()).isEqualTo(1);
        assertThat(policy.path("thresholds").path("rejectBelow").asDouble()).isEqualTo(0.6);
        assertThat(server.audited).extracting(AuditEntry::action).contains("policy-promoted");
    }

    @Test
    void shouldShowTheSecretOfAWebhookToALeadOnly() {
        // its name must be one that leads out; an address of documentation does
        var created = put("/webhooks/app", "{'version':0,'url':'https://203.0.113.7/hook','outcomes':['REJECTED']}");

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(created.body()).doesNotContain("whsec_");
        var secret = json(get("/webhooks/app/secret")).path("secret").asString();
        assertThat(secret).startsWith("whsec_");
        put("/webhooks/app", "{'version':1,'url':'https://203.0.113.7/hook','newSecret':true}");
        assertThat(json(get("/webhooks/app/secret")).path("secret").asString()).isNotEqualTo(secret);
    }

    @Test
    void shouldExportStatementsOneALine() {
        server.decided = List.of(decision("d1", Outcome.REJECTED), decision("d2", Outcome.APPROVED));

        var response = server.get(BASE + "/statements?format=dsa&territory=DE");

        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        var lines = response.body().lines().toList();
        assertThat(lines).hasSize(1);
        var dsa = Json.MAPPER.readTree(lines.getFirst());
        assertThat(dsa.path("puid").asString()).isEqualTo("d1");
        assertThat(dsa.path("territorial_scope").path(0).asString()).isEqualTo("DE");
        assertThat(server.get(BASE + "/statements?territory=US").statusCode()).isEqualTo(400);
        assertThat(server.get(BASE + "/statements?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(server.get(BASE + "/statements?from=1960-01-01T00:00:00Z").statusCode())
                .isEqualTo(400);
    }

    private static Decision decision(String id, Outcome outcome) {
        return new Decision(
                id,
                "acme",
                "m1",
                "c1",
                ContentKind.MESSAGE,
                "ada",
                outcome,
                0.1,
                Map.of(),
                List.of(),
                "local-2",
                true,
                null,
                Instant.EPOCH);
    }

    private HttpResponse<String> get(String path) {
        return server.send(server.request(BASE + path, RoutesServer.LEAD));
    }

    private HttpResponse<String> put(String path, String body) {
        return server.send(server.request(BASE + path, RoutesServer.LEAD)
                .PUT(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private HttpResponse<String> post(String path, String body) {
        return server.send(server.request(BASE + path, RoutesServer.LEAD)
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private HttpResponse<String> delete(String path) {
        return server.send(server.request(BASE + path, RoutesServer.LEAD).DELETE());
    }
}
