package com.nexusai.moderation.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.moderation.provider.Answer.Cause;
import com.nexusai.moderation.provider.Answer.Failed;
import com.nexusai.moderation.provider.Answer.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderChainTest {
    private static final Material TEXT = Material.text("some text");
    private static final Duration BUDGET = Duration.ofSeconds(2);

    private final SetClock clock = new SetClock();
    private final Scripted first = new Scripted("first");
    private final Scripted second = new Scripted("second");
    private final ProviderChain chain =
            new ProviderChain(List.of(Link.to(first, clock), Link.to(second, clock)), BUDGET, clock);

    @Test
    void shouldTakeTheFirstVerdict() throws Exception {
        var outcome = chain.ask(TEXT);

        assertThat(outcome.verdict()).get().extracting(Verdict::provider).isEqualTo("first");
        assertThat(outcome.failures()).isEmpty();
        assertThat(second.asked).isZero();
    }

    @Test
    void shouldAskTheNextWhenOneIsBusy() throws Exception {
        first.fails(Cause.BUSY, Duration.ofSeconds(10));

        var outcome = chain.ask(TEXT);

        assertThat(outcome.verdict()).get().extracting(Verdict::provider).isEqualTo("second");
        assertThat(outcome.failures()).extracting(Failed::cause).containsExactly(Cause.BUSY);
        assertThat(first.asked).isOne();
    }

    @Test
    void shouldLeaveABusyOneAloneForAsLongAsItAsks() throws Exception {
        first.fails(Cause.BUSY, Duration.ofSeconds(10));
        chain.ask(TEXT);

        clock.passes(Duration.ofSeconds(9));
        assertThat(chain.ask(TEXT).failures()).extracting(Failed::cause).containsExactly(Cause.RESTING);
        clock.passes(Duration.ofSeconds(1));
        assertThat(chain.ask(TEXT).verdict())
                .get()
                .extracting(Verdict::provider)
                .isEqualTo("first");
    }

    @Test
    void shouldAskAgainAtOnceWhenOneBreaks() throws Exception {
        first.fails(Cause.BROKEN, Duration.ZERO);

        assertThat(chain.ask(TEXT).verdict())
                .get()
                .extracting(Verdict::provider)
                .isEqualTo("first");
        assertThat(first.asked).isEqualTo(2);
    }

    @Test
    void shouldNotAskTwiceForeverWhenOneIsBroken() throws Exception {
        first.alwaysFails(Cause.BROKEN);

        for (int i = 0; i < 100; i++) {
            chain.ask(TEXT);
            clock.passes(Duration.ofMinutes(1));
        }

        // once each, and once more for one in ten
        assertThat(first.asked).isBetween(100, 112);
        assertThat(second.asked).isEqualTo(100);
    }

    @Test
    void shouldRestFromOneThatFailsAgainAndAgainAndThenTryIt() throws Exception {
        first.alwaysFails(Cause.SLOW);
        for (int i = 0; i < 5; i++) {
            chain.ask(TEXT);
        }

        assertThat(chain.ask(TEXT).failures()).extracting(Failed::cause).containsExactly(Cause.RESTING);
        clock.passes(Duration.ofSeconds(30));
        chain.ask(TEXT);
        chain.ask(TEXT);
        assertThat(first.asked).isEqualTo(6);
        first.recovers();
        clock.passes(Duration.ofSeconds(30));
        assertThat(chain.ask(TEXT).verdict())
                .get()
                .extracting(Verdict::provider)
                .isEqualTo("first");
    }

    @Test
    void shouldKeepToTheBudgetWhenTheFirstTakesAllOfIt() throws Exception {
        first.alwaysFails(Cause.SLOW);
        first.takes(BUDGET);

        chain.ask(TEXT);

        assertThat(first.time).isEqualTo(BUDGET);
        assertThat(second.asked).isZero();
    }

    @Test
    void shouldNotRestFromOneThatOtherContentWouldSuit() throws Exception {
        first.alwaysFails(Cause.UNFIT);
        for (int i = 0; i < 10; i++) {
            chain.ask(TEXT);
        }
        first.recovers();

        assertThat(chain.ask(TEXT).verdict())
                .get()
                .extracting(Verdict::provider)
                .isEqualTo("first");
    }

    @Test
    void shouldNotRestFromOneThatHadNoFairTime() throws Exception {
        var impatient = new ProviderChain(List.of(Link.to(first, clock)), Duration.ofMillis(100), clock);
        first.alwaysFails(Cause.SLOW);

        for (int i = 0; i < 10; i++) {
            impatient.ask(TEXT);
        }

        assertThat(first.asked).isEqualTo(10);
    }

    @Test
    void shouldSayThatNobodyHasLookedWhenAllFail() throws Exception {
        first.alwaysFails(Cause.REFUSED);
        second.alwaysFails(Cause.NONSENSE);

        var outcome = chain.ask(TEXT);

        assertThat(outcome.verdict()).isEmpty();
        assertThat(outcome.failures()).extracting(Failed::cause).containsExactly(Cause.REFUSED, Cause.NONSENSE);
    }

    private final class Scripted implements Provider {
        private final String name;
        private final Deque<Failed> next = new ArrayDeque<>();
        private Cause always;
        private Duration takes = Duration.ZERO;
        private Duration time = Duration.ofHours(-1);
        private int asked;

        Scripted(String name) {
            this.name = name;
        }

        void fails(Cause cause, Duration pause) {
            next.add(new Failed(name, cause, "", pause));
        }

        void alwaysFails(Cause cause) {
            always = cause;
        }

        void recovers() {
            always = null;
        }

        void takes(Duration duration) {
            takes = duration;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Answer ask(Material material, Duration time) {
            asked++;
            this.time = time;
            clock.passes(takes);
            if (always != null) {
                return new Failed(name, always, "", Duration.ZERO);
            }
            return next.isEmpty() ? new Verdict(name, List.of(), false, List.of()) : next.poll();
        }
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.EPOCH;

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
