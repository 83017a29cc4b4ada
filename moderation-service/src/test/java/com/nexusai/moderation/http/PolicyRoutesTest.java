package com.nexusai.moderation.http;

import static com.nexusai.moderation.http.RoutesServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.audit.AuditEntry;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyRoutesTest {
    private static final String PATH = "/api/v1/moderation/policies";
    private static RoutesServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = new RoutesServer(folder);
    }

    @BeforeEach
    void forget() {
        server.policy = null;
        server.audited.clear();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shouldShowWhatHoldsForEverybodyWhenTenantHasSaidNothing() {
        var policy = json(server.get(PATH));

        assertThat(policy.path("version").asInt()).isZero();
        assertThat(policy.path("thresholds").path("approveAbove").asDouble()).isEqualTo(0.8);
    }

    @Test
    void shouldReplaceThePolicyAndKeepTheRestAsForEverybody() {
        var created = put(RoutesServer.LEAD, "{'version':0,'reportsToEscalate':3}");
        var changed = put(RoutesServer.LEAD, "{'version':1,'claimMinutes':5}");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(changed.statusCode()).isEqualTo(200);
        var policy = json(server.get(PATH));
        assertThat(policy.path("version").asInt()).isEqualTo(2);
        assertThat(policy.path("claimMinutes").asInt()).isEqualTo(5);
        assertThat(policy.path("reportsToEscalate").asDouble()).isEqualTo(5);
        assertThat(policy.path("updatedBy").asString()).isEqualTo("id");
        assertThat(server.audited).extracting(AuditEntry::action).containsExactly("policy-changed", "policy-changed");
    }

    @Test
    void shouldRefuseAChangeOfWhatWasNotSeen() {
        put(RoutesServer.LEAD, "{'version':0}");

        var response = put(RoutesServer.LEAD, "{'version':0}");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(json(response).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void shouldAskForALead() {
        assertThat(put(RoutesServer.KEY, "{'version':0}").statusCode()).isEqualTo(403);
        assertThat(server.audited).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'version':0,'thresholds':{'approveAbove':0.3,'rejectBelow':0.8}}|thresholds",
                "{'version':0,'claimMinutes':0}|claimMinutes",
                "{'version':0,'reportsToEscalate':0}|reportsToEscalate",
                "{'version':0,'slaMinutes':{'a/b':5}}|slaMinutes",
                "{'version':0,'ladder':[{'strikes':1,'action':'CONTENT_DELETED'}]}|ladder",
                "{'version':0,'ladder':[{'strikes':3,'action':'USER_WARNED'},{'strikes':2,'action':'USER_BANNED'}]}|ladder",
                "{'version':0,'routes':[{'queue':'appeals'}]}|routes"
            })
    void shouldNameTheFieldThatCannotBe(String body, String field) {
        var response = put(RoutesServer.LEAD, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("field").asString()).isEqualTo(field);
    }

    @Test
    void shouldNotFailWhenAListHoldsNothing() {
        assertThat(put(RoutesServer.LEAD, "{'version':0,'ladder':[null]}").statusCode())
                .isEqualTo(400);
        assertThat(put(RoutesServer.LEAD, "{'version':0,'ladder':[{'strikes':1}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(put(RoutesServer.LEAD, "{'version':0,'routes':[{}]}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldGoBackToWhatHoldsForEverybodyWhenDeleted() {
        put(RoutesServer.LEAD, "{'version':0,'claimMinutes':5}");

        assertThat(delete("?version=7").statusCode()).isEqualTo(409);
        assertThat(delete("?version=1").statusCode()).isEqualTo(204);
        assertThat(delete("?version=1").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> put(String key, String body) {
        return server.send(server.request(PATH, key).PUT(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private static HttpResponse<String> delete(String query) {
        return server.send(server.request(PATH + query, RoutesServer.LEAD).DELETE());
    }
}
