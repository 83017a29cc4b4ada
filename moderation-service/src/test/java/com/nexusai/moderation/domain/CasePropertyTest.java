package com.nexusai.moderation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModeratorRole;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.ReviewStep;
import com.nexusai.schema.moderation.UserEvent;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people do, in whatever order: what a case says of itself is never contradictory. */
class CasePropertyTest {
    private static final Set<CaseState> WAITING =
            EnumSet.of(CaseState.PENDING, CaseState.IN_REVIEW, CaseState.ESCALATED, CaseState.APPEALED);

    /** @param kind which of the things below it is */
    record Deed(int kind, String who, ModeratorRole role, ReviewStep step, int minutes) {
        Move doneAt(Desk desk) {
            return switch (kind) {
                case 0 -> desk.reports(who, 1);
                case 1 -> desk.appeals(who);
                case 2 -> {
                    desk.passes(Duration.ofMinutes(minutes));
                    yield null;
                }
                case 3 -> {
                    desk.submit("0." + minutes % 10);
                    yield null;
                }
                case 4, 5 -> desk.holds(who, step);
                default -> desk.does(who, role, step, "max", null);
            };
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        var deed = Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of("ada", "mia", "max", "lea", "u1", "u2", "u3", "u4", "u5"),
                        Arbitraries.of(ModeratorRole.class),
                        Arbitraries.of(ReviewStep.class),
                        Arbitraries.integers().between(1, 50_000))
                .as(Deed::new);
        return deed.list().ofMaxSize(40);
    }

    @Property(tries = 2_000)
    void shouldNeverContradictItself(@ForAll("deeds") List<Deed> deeds) {
        var desk = Desk.with("0.5");
        for (var deed : deeds) {
            var before = desk.known;
            var move = deed.doneAt(desk);
            assertConsistent(desk.known);
            if (move instanceof Move.Refused) {
                assertThat(desk.known).isSameAs(before);
            } else if (desk.known != before && deed.kind() != 2) {
                assertThat(desk.known.revision()).isEqualTo(before.revision() + 1);
            }
        }
        assertThat(strikes(desk.users)).hasSizeLessThanOrEqualTo(deeds.size());
    }

    /** As long as its text stays, a strike stands exactly while the rejection does. */
    @Property(tries = 2_000)
    void shouldStrikeExactlyWhileRejected(@ForAll("deeds") List<Deed> deeds) {
        var desk = Desk.with("0.5");
        for (var deed : deeds) {
            if (deed.kind() != 3) {
                deed.doneAt(desk);
            }
            var unclaimed = Standing.unclaimed(desk.known).state();
            boolean rejected = EnumSet.of(CaseState.REJECTED, CaseState.APPEALED, CaseState.UPHELD)
                    .contains(unclaimed);
            assertThat(strikes(desk.users)).hasSize(rejected ? 1 : 0);
        }
    }

    /** Of two who decide at the same time, exactly one does. */
    @Property
    void shouldLetExactlyOneDecide(@ForAll("deeds") List<Deed> deeds, @ForAll boolean firstApproves) {
        var desk = Desk.with("0.5");
        deeds.forEach(deed -> deed.doneAt(desk));
        var state = Standing.unclaimed(desk.known).state();
        if (state != CaseState.PENDING && state != CaseState.ESCALATED) {
            return;
        }
        desk.passes(Duration.ofMinutes(15));
        var before = Standing.of(desk.known);

        var one = desk.leads("lea", firstApproves ? ReviewStep.APPROVE : ReviewStep.REJECT);
        var other = desk.leads("leo", firstApproves ? ReviewStep.REJECT : ReviewStep.APPROVE);

        boolean open = before instanceof Standing.Waiting;
        assertThat(one instanceof Move.Done).isEqualTo(open);
        assertThat(other).isInstanceOf(Move.Refused.class);
    }

    private static void assertConsistent(ModerationCase known) {
        var handling = known.handling();
        assertThat(handling.claim() != null).as("claim").isEqualTo(known.state() == CaseState.IN_REVIEW);
        assertThat(handling.waiting() != null).as("waiting").isEqualTo(WAITING.contains(known.state()));
        switch (known.state()) {
            case APPROVED, OVERTURNED -> assertThat(known.decision().decision()).isEqualTo(Outcome.APPROVED);
            case REJECTED, UPHELD -> assertThat(known.decision().decision()).isEqualTo(Outcome.REJECTED);
            case PENDING, ESCALATED, EXPIRED ->
                assertThat(known.decision().decision()).isEqualTo(Outcome.REVIEW);
            case APPEALED -> assertThat(handling.appeal()).isNotNull();
            case IN_REVIEW -> assertThat(handling.claim().from()).isNotEqualTo(CaseState.IN_REVIEW);
        }
        assertThat(known.decision().automated()).isEqualTo(known.decision().decidedBy() == null);
    }

    private static Set<String> strikes(List<UserEvent> events) {
        var strikes = new HashSet<String>();
        for (var event : events) {
            switch (event) {
                case UserEvent.Struck struck -> strikes.add(struck.strikeId());
                case UserEvent.StrikeUndone undone -> strikes.remove(undone.strikeId());
                default -> {}
            }
        }
        return strikes;
    }
}
