package com.nexusai.moderation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.moderation.CaseWait;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitsTest {
    @Test
    void shouldPutTheGraverCaseFirst() {
        assertThat(waiting("0.6").rank()).isBefore(waiting("0.4").rank());
    }

    @Test
    void shouldLetTheMilderCaseOvertakeWhenItHasWaitedLongEnough() {
        var mild = waiting("0.4");
        var later = new Desk();
        later.now = later.now.plus(Duration.ofHours(6));
        later.submit("0.6");

        assertThat(mild.rank()).isBefore(later.known.handling().waiting().rank());
    }

    @Test
    void shouldMoveForwardWhenItIsReported() {
        var desk = Desk.with("0.5");
        var before = desk.known.handling().waiting();

        desk.reports("u1", 1);

        assertThat(desk.known.handling().waiting().rank()).isBefore(before.rank());
        assertThat(desk.known.handling().waiting().since()).isEqualTo(before.since());
    }

    private static CaseWait waiting(String weight) {
        return Desk.with(weight).known.handling().waiting();
    }
}
