package com.nexusai.systemtests.metrics;

import static com.nexusai.systemtests.metrics.HandMadeRows.answer;
import static com.nexusai.systemtests.metrics.RawEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How far actors come in the funnel, worked out by hand. */
class FunnelSqlIT {
    @Test
    void shouldCountEveryStepThatAnActorReachedOnTheDayOfEntry() throws Exception {
        assertThat(onboarding(
                        event("ada", "USER_LOGIN", "2026-01-31 10:00:00.000"),
                        event("ada", "CONVERSATION_STARTED", "2026-02-01 10:00:00.000"),
                        event("ada", "MESSAGE_SENT", "2026-02-01 10:00:01.000"),
                        event("bob", "USER_LOGIN", "2026-01-31 12:00:00.000"),
                        event("eve", "USER_LOGIN", "2026-02-01 12:00:00.000")))
                .containsExactly(
                        "2026-01-31T00:00:00Z 1 = 2",
                        "2026-01-31T00:00:00Z 2 = 1",
                        "2026-01-31T00:00:00Z 3 = 1",
                        "2026-02-01T00:00:00Z 1 = 1");
    }

    @Test
    void shouldTakeOneEventForTheFirstTwoStepsWhenItIsBoth() throws Exception {
        assertThat(onboarding(event("ada", "CONVERSATION_STARTED", "2026-01-31 10:00:00.000")))
                .containsExactly("2026-01-31T00:00:00Z 1 = 1", "2026-01-31T00:00:00Z 2 = 1");
    }

    @Test
    void shouldNotGoOnFromAStepThatWasLeftOut() throws Exception {
        assertThat(onboarding(
                        event("ada", "USER_LOGIN", "2026-01-31 10:00:00.000"),
                        event("ada", "MESSAGE_SENT", "2026-01-31 10:01:00.000"),
                        event("ada", "CONVERSATION_STARTED", "2026-01-31 10:02:00.000"),
                        event("ada", "PAYMENT_COMPLETED", "2026-01-31 10:03:00.000")))
                .containsExactly("2026-01-31T00:00:00Z 1 = 1", "2026-01-31T00:00:00Z 2 = 1");
    }

    @Test
    void shouldTakeStepsAtOneInstantInTheirOrder() throws Exception {
        assertThat(onboarding(
                        event("ada", "MESSAGE_SENT", "2026-01-31 10:00:00.000"),
                        event("ada", "CONVERSATION_STARTED", "2026-01-31 10:00:00.000")))
                .containsExactly(
                        "2026-01-31T00:00:00Z 1 = 1", "2026-01-31T00:00:00Z 2 = 1", "2026-01-31T00:00:00Z 3 = 1");
    }

    @Test
    void shouldEndSevenDaysAfterTheEntryToTheMillisecond() throws Exception {
        assertThat(onboarding(
                        event("ada", "USER_LOGIN", "2026-01-31 10:00:00.000"),
                        event("ada", "CONVERSATION_STARTED", "2026-02-07 10:00:00.000"),
                        event("ada", "MESSAGE_SENT", "2026-02-07 10:00:00.001")))
                .containsExactly("2026-01-31T00:00:00Z 1 = 1", "2026-01-31T00:00:00Z 2 = 1");
    }

    @Test
    void shouldTellHowLongEachStepTookFromTheOneBeforeIt() throws Exception {
        var rows = HandMadeRows.of(
                event("ada", "USER_LOGIN", "2026-01-31 10:00:00.000"),
                // before step 2, so it is no step 3
                event("ada", "MESSAGE_SENT", "2026-01-31 10:00:30.000"),
                event("ada", "CONVERSATION_STARTED", "2026-01-31 10:01:00.000"),
                event("ada", "CONVERSATION_STARTED", "2026-01-31 10:02:00.000"),
                event("ada", "MESSAGE_SENT", "2026-01-31 10:02:00.500"),
                event("ada", "PAYMENT_COMPLETED", "2026-01-31 10:03:00.000"),
                event("bob", "CONVERSATION_STARTED", "2026-01-31 12:00:00.000"),
                event("bob", "MESSAGE_SENT", "2026-02-07 12:00:00.001"));

        assertThat(answer(rows, "funnel_time.onboarding", "day"))
                .containsExactly(
                        "2026-01-31T00:00:00Z 2 = 2, sum 60, values [0, 60000]",
                        "2026-01-31T00:00:00Z 3 = 1, sum 60.5, values [60500]");
    }

    private static List<String> onboarding(RawEvent... events) throws Exception {
        return answer(HandMadeRows.of(events), "funnel.onboarding", "day");
    }
}
