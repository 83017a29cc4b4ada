package com.nexusai.moderation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.moderation.ModerationCommand.Review;
import com.nexusai.schema.moderation.ModeratorRole;
import com.nexusai.schema.moderation.ReviewStep;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private final Desk desk = Desk.with("0.5");

    @Test
    void shouldCallSevereWhatHarmsSomebodySoonerThanWhatAnnoys() {
        assertThat(Exposure.severe(Map.of("violence", 0.4))).isTrue();
        assertThat(Exposure.severe(Map.of("sexual/minors", 0.4))).isTrue();
        assertThat(Exposure.severe(Map.of("spam", 0.4))).isFalse();
        assertThat(Exposure.severe(Map.of("hate", 0.7))).isTrue();
        assertThat(Exposure.severe(Map.of())).isFalse();
    }

    @Test
    void shouldCountACaseOnceForEachWhoGetsToSeeIt() {
        assertThat(viewerOf(ReviewStep.CLAIM, "mia")).isEqualTo("mia");
        assertThat(viewerOf(ReviewStep.CLAIM, "mia"))
                .as("the claim begins anew")
                .isNull();
        assertThat(viewerOf(ReviewStep.APPROVE, "mia"))
                .as("whoever has it has seen it")
                .isNull();
    }

    @Test
    void shouldCountWhatIsDecidedWithoutAClaim() {
        assertThat(viewerOf(ReviewStep.REJECT, "mia")).isEqualTo("mia");
    }

    @Test
    void shouldCountForWhomTheCaseIsGivenTo() {
        var before = desk.known;
        desk.does("lea", ModeratorRole.LEAD, ReviewStep.REASSIGN, "max", null);

        assertThat(Exposure.viewer(before, desk.known, review(ReviewStep.REASSIGN, "lea")))
                .isEqualTo("max");
    }

    @Test
    void shouldTellTenantsApart() {
        var key = new ExposureKey("acme", "idp/mia", "sexual/minors");

        assertThat(ExposureKey.of("acme", key.text())).isEqualTo(key);
        assertThat(ExposureKey.of("acm", key.text())).isNull();
    }

    private String viewerOf(ReviewStep step, String who) {
        var before = desk.known;
        desk.does(who, step);
        return Exposure.viewer(before, desk.known, review(step, who));
    }

    private Review review(ReviewStep step, String who) {
        return new Review(
                "acme", "m1", "c", who, ModeratorRole.MODERATOR, step, null, null, null, null, null, null, desk.now);
    }
}
