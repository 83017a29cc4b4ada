package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.ActionKind;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.ModerationPolicy.Rung;
import com.nexusai.schema.moderation.UserStanding.Sanction;
import com.nexusai.schema.moderation.UserStanding.Strike;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What follows on how many strikes. A sanction that a moderator named counts none. */
final class Ladder {
    private static final int USUAL_DAYS = 7;

    private Ladder() {}

    static Optional<Sanction> sanction(ModerationPolicy policy, int strikes, String strikeId, Instant from) {
        return rung(policy, strikes)
                .filter(rung -> rung.action().isAgainstUser())
                .map(rung -> new Sanction(rung.action(), strikeId, strikes, from, end(rung, from), null));
    }

    static Instant suspendedUntil(ModerationPolicy policy, Instant from) {
        return policy.ladder().stream()
                .filter(rung -> rung.action() == ActionKind.USER_SUSPENDED)
                .findFirst()
                .map(rung -> from.plus(days(rung)))
                .orElse(from.plus(Duration.ofDays(USUAL_DAYS)));
    }

    /** Whether the strike was one of those that brought the sanction. */
    static boolean countsOn(Sanction sanction, Strike strike) {
        return sanction.liftedAt() == null
                && sanction.strikes() > 0
                && !sanction.from().isBefore(strike.at())
                && sanction.from().isBefore(strike.decaysAt());
    }

    /** What the sanction would have been: the same, or it is lifted and a milder one takes its place. */
    static List<Sanction> oneStrikeLess(Sanction sanction, ModerationPolicy policy, Instant now) {
        var milder = sanction(policy, sanction.strikes() - 1, sanction.strikeId(), sanction.from());
        if (milder.isEmpty()) {
            return List.of(sanction.lifted(now));
        }
        return milder.get().kind() == sanction.kind()
                ? List.of(milder.get())
                : List.of(sanction.lifted(now), milder.get());
    }

    private static Optional<Rung> rung(ModerationPolicy policy, int strikes) {
        return policy.ladder().stream()
                .filter(rung -> rung.strikes() <= strikes)
                .max(Comparator.comparingInt(Rung::strikes));
    }

    private static @Nullable Instant end(Rung rung, Instant from) {
        return rung.action() == ActionKind.USER_SUSPENDED ? from.plus(days(rung)) : null;
    }

    private static Duration days(Rung rung) {
        return Duration.ofDays(rung.days() == null ? USUAL_DAYS : rung.days());
    }
}
