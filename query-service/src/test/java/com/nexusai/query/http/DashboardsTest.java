package com.nexusai.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.query.peer.PeerAnswer;
import com.nexusai.schema.dashboard.Share;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of charts, and links to them. */
class DashboardsTest {
    private static final String ALL = "/api/v1/analytics/dashboards";
    private static final String BODY = """
            {"title": "Growth", "layout": {"columns": 12, "widgets": [
              {"id": "w1", "type": "chart", "x": 0, "y": 0, "w": 6, "h": 4,
               "question": {"metrics": ["events"], "granularity": "hour", "last": "PT3H"}},
              {"id": "w2", "type": "funnel", "x": 6, "y": 0, "w": 6, "h": 4, "funnel": {"name": "onboarding"}},
              {"id": "w3", "type": "retention", "x": 0, "y": 4, "w": 6, "h": 4, "retention": {"granularity": "week"}},
              {"id": "w4", "type": "funnel", "x": 6, "y": 4, "w": 6, "h": 4,
               "funnel": {"steps": ["type = 'A'", "type = 'B'"]}},
              {"id": "w5", "type": "text", "x": 0, "y": 8, "w": 12, "h": 1, "text": "Hello"}]}, "revision": %d}""";

    @TempDir
    Path folder;

    private AnswersFixture fixture;

    @BeforeEach
    void open() {
        fixture = new AnswersFixture(folder);
        fixture.pipe.count("LOGIN", AnswersFixture.NOW.minusSeconds(120), 6);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void shouldKeepChangeAndDeleteADashboard() {
        var one = ALL + "/" + created();

        var changed = fixture.send("PUT", one, BODY.formatted(1).replace("Growth", "Growth 2"));
        var unseen = fixture.send("PUT", one, BODY.formatted(1));

        assertThat(changed.text("/title")).isEqualTo("Growth 2");
        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.body().at("/revision").asLong()).isEqualTo(2);
        assertThat(fixture.get(ALL).body().at("/dashboards/0/widgets").asInt()).isEqualTo(5);
        assertThat(fixture.send("DELETE", one + "?revision=1", null).status()).isEqualTo(409);
        assertThat(fixture.send("DELETE", one + "?revision=2", null).status()).isEqualTo(204);
        assertThat(fixture.get(one).status()).isEqualTo(404);
    }

    @Test
    void shouldLetOnlyEditorsChangeSomething() {
        var one = ALL + "/" + created();
        var reader = new String[] {"Authorization", "Bearer reader"};

        assertThat(fixture.get(one, reader).status()).isEqualTo(200);
        assertThat(fixture.post(ALL, BODY.formatted(0), reader).text("/scope")).isEqualTo("edit");
        assertThat(fixture.send("PUT", one, BODY.formatted(1), reader).status()).isEqualTo(403);
        assertThat(fixture.send("DELETE", one + "?revision=1", null, reader).status())
                .isEqualTo(403);
        assertThat(fixture.post(one + "/shares", "{}", reader).status()).isEqualTo(403);
    }

    @Test
    void shouldImportWhatItExported() {
        var exported = fixture.get(ALL + "/" + created() + "/export");

        var imported = fixture.post(ALL, exported.raw().body());

        assertThat(exported.raw().headers().firstValue("Content-Disposition")).isPresent();
        assertThat(imported.status()).isEqualTo(201);
        assertThat(imported.body().at("/layout")).isEqualTo(exported.body().at("/layout"));
        assertThat(fixture.get(ALL).body().at("/dashboards").size()).isEqualTo(2);
    }

    @Test
    void shouldNameEveryFaultOfALayout() {
        var answer = fixture.post(ALL, """
                {"title": "x", "layout": {"columns": 12, "widgets": [
                  {"id": "a", "type": "pie", "x": 0, "y": 0, "w": 20, "h": 1},
                  {"id": "a", "type": "chart", "x": 0, "y": 0, "w": 1, "h": 1}]}}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/faults").size()).isEqualTo(4);
        assertThat(fixture.post(ALL, "{\"title\": \" \"}").text("/field")).isEqualTo("title");
        assertThat(fixture.dashboards.byKey).isEmpty();
    }

    @Test
    void shouldLetTheHolderOfALinkReadThisDashboardAndNothingElse() {
        var id = created();
        var link = fixture.post(ALL + "/" + id + "/shares", "{\"expiresIn\": \"P1D\"}");
        var shared = "/api/v1/shared/" + link.text("/token");

        var page = withoutKey(shared);
        var chart = withoutKey(shared + "/widgets/w1");

        assertThat(page.text("/title")).isEqualTo("Growth");
        assertThat(page.raw().body()).doesNotContain("sha256").doesNotContain(id);
        assertThat(chart.body().at("/results/0/groups/0/count").asLong()).isEqualTo(6);
        assertThat(withoutKey(shared + "/widgets/w2").body().at("/steps").size())
                .isEqualTo(5);
        assertThat(withoutKey(shared + "/widgets/w3").text("/granularity")).isEqualTo("week");
        assertThat(withoutKey(shared + "/widgets/w4")
                        .body()
                        .at("/steps/1/users")
                        .asLong())
                .isEqualTo(40);
        assertThat(withoutKey(shared + "/widgets/w9").status()).isEqualTo(404);
        assertThat(withoutKey(shared + "x").status()).isEqualTo(404);
        assertThat(fixture.get("/api/v1/analytics/metrics", "Authorization", "Bearer " + link.text("/token"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void shouldForgetALinkThatWasWithdrawnOrHasExpired() {
        var id = created();
        var one = ALL + "/" + id;
        var withdrawn = fixture.post(one + "/shares", "{}");
        var expired = fixture.post(one + "/shares", "{}");
        fixture.send("DELETE", one + "/shares/" + withdrawn.text("/id"), null);
        fixture.dashboards.byKey.replaceAll((key, dashboard) -> dashboard.withShares(
                dashboard.shares().stream()
                        .map(share -> new Share(share.id(), share.sha256(), share.createdAt(), AnswersFixture.NOW))
                        .toList(),
                AnswersFixture.NOW,
                "test"));

        assertThat(withoutKey("/api/v1/shared/" + withdrawn.text("/token")).status())
                .isEqualTo(404);
        assertThat(withoutKey("/api/v1/shared/" + expired.text("/token")).status())
                .isEqualTo(404);
    }

    @Test
    void shouldGoToAPeerWithTheLinkItself() {
        var token = fixture.post(ALL + "/" + created() + "/shares", "{}").text("/token");
        fixture.places = List.of(AnswersFixture.THERE);
        fixture.peers.put(AnswersFixture.PEER, new PeerAnswer(503, "application/json", "{}"));

        var answer = withoutKey("/api/v1/shared/" + token + "/widgets/w1");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(fixture.asked).first().satisfies(request -> {
            assertThat(request.pathAndQuery()).isEqualTo("/api/v1/shared/" + token + "/widgets/w1?metrics=0");
            assertThat(request.json()).isNull();
        });
    }

    private String created() {
        var answer = fixture.post(ALL, BODY.formatted(0));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.text("/id");
    }

    private AnswersFixture.Answer withoutKey(String path) {
        return fixture.get(path, "Authorization", "none");
    }
}
