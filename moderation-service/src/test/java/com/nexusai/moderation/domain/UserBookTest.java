package com.nexusai.moderation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.moderation.Action;
import com.nexusai.schema.moderation.ActionKind;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.UserEvent;
import com.nexusai.schema.moderation.UserStanding;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UserBookTest {
    private static final ModerationPolicy POLICY = Policies.standard("acme");

    private UserStanding user;
    private Instant now = Instant.EPOCH;

    @Test
    void shouldClimbTheLadder() {
        strike("s1");
        assertThat(user.inForce()).isEqualTo(ActionKind.USER_WARNED);
        strike("s2");
        strike("s3");

        assertThat(user.inForce()).isEqualTo(ActionKind.USER_SUSPENDED);
        assertThat(user.until()).isEqualTo(now.plus(Duration.ofDays(7)));
        strike("s4");
        strike("s5");
        assertThat(user.inForce()).isEqualTo(ActionKind.USER_BANNED);
    }

    @Test
    void shouldCountAStrikeOnceWhenItIsToldTwice() {
        strike("s1");
        var once = user;

        strike("s1");

        assertThat(user).isEqualTo(once);
    }

    @Test
    void shouldForgetStrikesThatHaveDecayed() {
        strike("s1");
        strike("s2");
        now = now.plus(Duration.ofDays(POLICY.strikeDays()));

        strike("s3");

        assertThat(user.strikes()).extracting(UserStanding.Strike::strikeId).containsExactly("s3");
        assertThat(user.inForce()).isEqualTo(ActionKind.USER_WARNED);
    }

    @Test
    void shouldTakeTheModeratorsActionWhenItIsGraver() {
        after(new UserEvent.Struck("acme", "ada", "s1", "m1", "spam", new Action(ActionKind.USER_BANNED, null), now));

        assertThat(user.inForce()).isEqualTo(ActionKind.USER_BANNED);
    }

    @Test
    void shouldLiftTheSanctionWhenItsStrikeIsUndone() {
        strike("s1");

        undo("s1");

        assertThat(user.inForce()).isEqualTo(ActionKind.NONE);
        assertThat(user.strikes()).isEmpty();
        assertThat(user.sanctions().getFirst().liftedAt()).isEqualTo(now);
    }

    @Test
    void shouldMakeLaterSanctionsMilderWhenAnEarlierStrikeIsUndone() {
        strike("s1");
        strike("s2");
        strike("s3");
        assertThat(user.inForce()).isEqualTo(ActionKind.USER_SUSPENDED);

        undo("s1");

        assertThat(user.inForce()).isEqualTo(ActionKind.USER_WARNED);
        assertThat(user.strikes()).hasSize(2);
    }

    @Test
    void shouldWeighLessAfterFalseReportsAndMoreAgainAfterTrueOnes() {
        assertThat(UserBook.weight(null)).isEqualTo(1);
        answer(false);
        answer(false);
        assertThat(UserBook.weight(user)).isBetween(0.33, 0.34);

        answer(true);
        answer(true);
        answer(true);

        assertThat(UserBook.weight(user)).isEqualTo(1);
    }

    private void strike(String id) {
        now = now.plusSeconds(60);
        after(new UserEvent.Struck("acme", "ada", id, "m1", "spam", null, now));
    }

    private void undo(String id) {
        now = now.plusSeconds(60);
        after(new UserEvent.StrikeUndone("acme", "ada", id, "m1", now));
    }

    private void answer(boolean upheld) {
        after(new UserEvent.ReportAnswered("acme", "ada", "m1", "d1", upheld, now));
    }

    private void after(UserEvent event) {
        user = UserBook.after(user, event, POLICY);
    }
}
