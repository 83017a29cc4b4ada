package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.ActionKind;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.UserEvent;
import com.nexusai.schema.moderation.UserStanding;
import com.nexusai.schema.moderation.UserStanding.Sanction;
import com.nexusai.schema.moderation.UserStanding.Strike;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a user's standing follows from what happens to their content and to their reports. */
public final class UserBook {
    /** What can be kept of one user. */
    private static final int MOST = 100;

    private static final double LEAST_WEIGHT = 0.1;

    private UserBook() {}

    /** What a report of this user weighs: 1, and less the more of them were found false. */
    public static double weight(@Nullable UserStanding user) {
        if (user == null) {
            return 1;
        }
        double trust = (1.0 + user.reportsUpheld()) / (1.0 + user.reportsDismissed());
        return Math.max(LEAST_WEIGHT, Math.min(1, trust));
    }

    /** The same standing where the event is known already: it may be a repetition. */
    public static UserStanding after(@Nullable UserStanding known, UserEvent event, ModerationPolicy policy) {
        var user = known == null ? blank(event) : known;
        return switch (event) {
            case UserEvent.Struck struck -> struck(user, struck, policy);
            case UserEvent.StrikeUndone undone -> undone(user, undone, policy);
            case UserEvent.ReportAnswered answer -> answered(user, answer);
            case UserEvent.Reported _ -> user;
        };
    }

    /** The gravest sanction that holds now. */
    public static Optional<Sanction> inForce(List<Sanction> sanctions, Instant now) {
        return sanctions.stream()
                .filter(sanction -> sanction.isInForceAt(now))
                .max(Comparator.comparing(Sanction::kind)
                        .thenComparing(sanction -> sanction.until() == null ? Instant.MAX : sanction.until()));
    }

    private static UserStanding struck(UserStanding user, UserEvent.Struck struck, ModerationPolicy policy) {
        if (user.strikes().stream().anyMatch(strike -> strike.strikeId().equals(struck.strikeId()))
                || user.sanctions().stream()
                        .anyMatch(sanction -> sanction.strikeId().equals(struck.strikeId()))) {
            return user;
        }
        var now = struck.at();
        var strikes = new ArrayList<>(user.strikes());
        strikes.removeIf(strike -> !now.isBefore(strike.decaysAt()));
        strikes.add(new Strike(
                struck.strikeId(),
                struck.contentId(),
                struck.category(),
                now,
                now.plus(Duration.ofDays(policy.strikeDays()))));
        var sanctions = new ArrayList<>(user.sanctions());
        sanction(struck, strikes.size(), policy).ifPresent(sanctions::add);
        return with(user, strikes, sanctions, now);
    }

    /** What the moderator asked for, if that is no milder than what the ladder says. */
    private static Optional<Sanction> sanction(UserEvent.Struck struck, int strikes, ModerationPolicy policy) {
        var rung = Ladder.sanction(policy, strikes, struck.strikeId(), struck.at());
        var asked = struck.action();
        if (asked == null || rung.map(Sanction::kind).orElse(ActionKind.NONE).compareTo(asked.kind()) > 0) {
            return rung;
        }
        var until = asked.kind() != ActionKind.USER_SUSPENDED
                ? null
                : asked.until() != null ? asked.until() : Ladder.suspendedUntil(policy, struck.at());
        return Optional.of(new Sanction(asked.kind(), struck.strikeId(), 0, struck.at(), until, null));
    }

    private static UserStanding undone(UserStanding user, UserEvent.StrikeUndone undone, ModerationPolicy policy) {
        var gone = user.strikes().stream()
                .filter(strike -> strike.strikeId().equals(undone.strikeId()))
                .findFirst();
        var strikes = new ArrayList<>(user.strikes());
        gone.ifPresent(strikes::remove);
        var sanctions = new ArrayList<Sanction>();
        for (var sanction : user.sanctions()) {
            if (sanction.strikeId().equals(undone.strikeId()) && sanction.liftedAt() == null) {
                sanctions.add(sanction.lifted(undone.at()));
            } else if (gone.isPresent() && Ladder.countsOn(sanction, gone.get())) {
                sanctions.addAll(Ladder.oneStrikeLess(sanction, policy, undone.at()));
            } else {
                sanctions.add(sanction);
            }
        }
        return strikes.equals(user.strikes()) && sanctions.equals(user.sanctions())
                ? user
                : with(user, strikes, sanctions, undone.at());
    }

    private static UserStanding answered(UserStanding user, UserEvent.ReportAnswered answer) {
        return new UserStanding(
                user.tenantId(),
                user.userId(),
                user.strikes(),
                user.sanctions(),
                user.inForce(),
                user.until(),
                user.reportsUpheld() + (answer.upheld() ? 1 : 0),
                user.reportsDismissed() + (answer.upheld() ? 0 : 1),
                answer.at(),
                user.revision() + 1);
    }

    private static UserStanding with(UserStanding user, List<Strike> strikes, List<Sanction> sanctions, Instant now) {
        var gravest = inForce(sanctions, now);
        return new UserStanding(
                user.tenantId(),
                user.userId(),
                last(strikes),
                last(sanctions),
                gravest.map(Sanction::kind).orElse(ActionKind.NONE),
                gravest.map(Sanction::until).orElse(null),
                user.reportsUpheld(),
                user.reportsDismissed(),
                now,
                user.revision() + 1);
    }

    private static <T> List<T> last(List<T> all) {
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    private static UserStanding blank(UserEvent event) {
        return new UserStanding(
                event.tenantId(), event.userId(), List.of(), List.of(), ActionKind.NONE, null, 0, 0, event.at(), 0);
    }
}
