package com.nexusai.query.http;

import static com.nexusai.query.http.AnswersFixture.HERE;
import static com.nexusai.query.http.AnswersFixture.NOW;
import static com.nexusai.query.http.AnswersFixture.PEER;
import static com.nexusai.query.http.AnswersFixture.STANDBY;
import static com.nexusai.query.http.AnswersFixture.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.query.TopicPipe;
import com.nexusai.query.domain.Freshness;
import com.nexusai.query.peer.PeerAnswer;
import com.nexusai.query.peer.Peers;
import com.nexusai.schema.aggregate.UserProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who answers, as copies move. */
class PlacesTest {
    private static final String PATH = "/api/v1/analytics/user/ada/metrics";

    @TempDir
    Path folder;

    private AnswersFixture fixture;

    @BeforeEach
    void open() {
        fixture = new AnswersFixture(folder);
        fixture.pipe.profile(UserProfile.of(TopicPipe.TENANT, "ada", NOW, NOW, Map.of()));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void shouldWaitAMomentForACopyThatIsBeingHandedOver() {
        for (var path : List.of("user/ada/metrics", "metrics/events/series")) {
            fixture.looksInVain = 2;
            assertThat(fixture.get("/api/v1/analytics/" + path).status()).isEqualTo(200);
            fixture.looksInVain = 2;
            assertThat(fixture.get("/api/v1/analytics/" + path, "X-Fleet-Hop", "1")
                            .status())
                    .isEqualTo(503);
        }
    }

    @Test
    void shouldAnswerItselfWhenItOwnsTheKey() {
        var answer = fixture.get(PATH);

        assertThat(answer.text("/meta/copy")).isEqualTo("active");
        assertThat(fixture.asked).isEmpty();
    }

    @Test
    void shouldPassOnQuestionAndCredentialWhenAPeerOwnsTheKey() {
        fixture.places = List.of(THERE, STANDBY);
        fixture.peers.put(PEER, new PeerAnswer(404, "application/problem+json", "{\"from\":\"peer\"}"));

        var answer = fixture.get("/api/v1/analytics/user/a%2Fb%20c/metrics");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/from")).isEqualTo("peer");
        assertThat(fixture.asked).singleElement().satisfies(request -> {
            assertThat(request.pathAndQuery()).isEqualTo("/api/v1/analytics/user/a%2Fb%20c/metrics");
            assertThat(request.headers()).containsEntry("Authorization", "Bearer secret");
        });
    }

    @Test
    void shouldAnswerFromItsStandbyAndSaySoWhenTheOwnerIsAway() {
        fixture.places = List.of(THERE, STANDBY);
        fixture.freshness = Optional.of(Freshness.asOf(NOW.minusMillis(700), NOW));

        var answer = fixture.get(PATH);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/meta/copy")).isEqualTo("standby");
        assertThat(answer.body().at("/meta/lagMs").asLong()).isEqualTo(700);
    }

    @Test
    void shouldNotHopTwice() {
        fixture.places = List.of(THERE);
        fixture.peers.put(PEER, new PeerAnswer(200, "application/json", "{}"));

        var answer = fixture.get(PATH, Peers.HOP, "1");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(fixture.asked).isEmpty();
    }

    @Test
    void shouldSayWhenToComeAgainWhenNobodyHasACopy() {
        fixture.places = List.of();

        var answer = fixture.get(PATH);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.raw().headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void shouldTryTheNextPlaceWhenItsOwnCopyIsMovingAway() {
        fixture.places = List.of(HERE, THERE);
        fixture.movingAway = true;
        fixture.peers.put(PEER, new PeerAnswer(200, "application/json", "{\"from\":\"peer\"}"));

        assertThat(fixture.get(PATH).text("/from")).isEqualTo("peer");
    }

    @Test
    void shouldNotAnswerFromACopyOfWhichNothingIsKnown() {
        fixture.freshness = Optional.empty();

        assertThat(fixture.get(PATH).status()).isEqualTo(503);
    }
}
