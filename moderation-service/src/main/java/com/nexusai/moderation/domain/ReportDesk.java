package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.CaseReport;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Report;
import com.nexusai.schema.moderation.ModerationPolicy;
import java.time.Instant;
import java.util.List;

/** What users find fault with. Enough of them put it before a lead. */
public final class ReportDesk {
    /** A case must not grow with the number of those who are angry; by then a lead has it long since. */
    static final int MOST = 100;

    private ReportDesk() {}

    /** A user's second report about the same content is thanked for like the first, and changes nothing. */
    public static Move act(ModerationCase known, Report report, ModerationPolicy policy, Instant now) {
        var handling = known.handling();
        boolean again = handling.reports().stream().anyMatch(one -> one.by().equals(report.by()));
        if (again || handling.reports().size() >= MOST) {
            return Move.Done.quietly(known);
        }
        double weight = report.weight() == null ? 1 : report.weight();
        var reported = handling.with(new CaseReport(report.by(), report.category(), weight, now));
        var wait = reported.waiting();
        var more = wait == null ? reported : reported.withWait(Waits.reranked(wait, known, reported));
        var standing = known.changed(known.state(), known.decision(), more, now);
        if (escalates(standing, policy)) {
            return new EscalatedByReports(known, standing, report, policy, now).move();
        }
        return Move.Done.quietly(standing);
    }

    private static boolean escalates(ModerationCase reported, ModerationPolicy policy) {
        double heard = reported.handling().reports().stream()
                .mapToDouble(CaseReport::weight)
                .sum();
        // as if the decision had been in effect already, which it will be in seconds
        return reported.handling().held() == null
                && heard >= policy.reportsToEscalate()
                && switch (Standing.of(reported)) {
                    case Standing.Pending _, Standing.Open _ -> true;
                    case Standing.InReview review when review.from() instanceof Standing.Pending -> true;
                    default -> false;
                };
    }

    private record EscalatedByReports(
            ModerationCase before, ModerationCase reported, Report report, ModerationPolicy policy, Instant now) {
        Move move() {
            var note = reported.handling().reports().size() + " users have reported it.";
            var done = Escalation.by(reported, report.commandId(), null, note, policy, now);
            var standing = done.standing();
            // one command, one revision
            var once = before.changed(standing.state(), standing.decision(), standing.handling(), now);
            return new Move.Done(once, done.decision(), List.of());
        }
    }
}
