package com.nexusai.moderation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexusai.schema.moderation.ActionKind;
import com.nexusai.schema.moderation.ContentKind;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Golden;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand.Appeal;
import com.nexusai.schema.moderation.ModerationCommand.Measure;
import com.nexusai.schema.moderation.ModerationCommand.Report;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.ModeratorRole;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.Reason;
import com.nexusai.schema.moderation.ReviewStep;
import com.nexusai.schema.moderation.UserEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One case on the table of a test, with people around it and a clock on the wall. */
final class Desk {
    static final ModerationPolicy POLICY = Policies.standard("acme");

    /** The text is the weight that speaks against it. */
    static final Casework CASEWORK = new Casework(
            Policy.LOCAL,
            (kind, text) -> Score.of(List.of(new Reason("rule", "spam", Double.parseDouble(text), "why", null))));

    final List<UserEvent> users = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    final List<Mark> marks = new ArrayList<>();
    ModerationPolicy policy = POLICY;
    Instant now = Instant.EPOCH;
    ModerationCase known;
    private int commands;

    /** With content against which this much speaks; half is what a person has to look at. */
    static Desk with(String weight) {
        var desk = new Desk();
        desk.submit(weight);
        return desk;
    }

    void submit(String weight) {
        var command = new Submit("acme", "m1", ContentKind.MESSAGE, weight, "ada", "rest", null, now);
        known = CASEWORK.submit(known, new Submission(command, null)).standing();
    }

    Move does(String who, ReviewStep step) {
        return does(who, ModeratorRole.MODERATOR, step, null, null);
    }

    Move leads(String who, ReviewStep step) {
        return does(who, ModeratorRole.LEAD, step, null, null);
    }

    Move does(String who, ModeratorRole role, ReviewStep step, String to, ActionKind action) {
        var review = new Review("acme", "m1", nextId(), who, role, step, to, null, action, null, "because", null, now);
        return after(ReviewDesk.act(known, review, policy, now));
    }

    Move reports(String who, double weight) {
        return after(
                ReportDesk.act(known, new Report("acme", "m1", nextId(), who, "spam", null, weight, now), policy, now));
    }

    Move appeals(String who) {
        return after(AppealDesk.act(known, new Appeal("acme", "m1", nextId(), who, "please", now), policy, now));
    }

    void passes(Duration time) {
        now = now.plus(time);
        for (var tick = tick(); tick != null; tick = tick()) {
            after(tick.done());
        }
    }

    /** Decides, and may take it back for ten seconds. */
    Move holds(String who, ReviewStep step) {
        var review = new Review(
                "acme",
                "m1",
                nextId(),
                who,
                ModeratorRole.MODERATOR,
                step,
                null,
                null,
                null,
                null,
                "because",
                null,
                now,
                10);
        return after(ReviewDesk.act(known, review, policy, now));
    }

    /** A case whose answer is known. */
    Move measures(Outcome answer) {
        var golden = answer == null ? null : new Golden(answer, null);
        return after(CASEWORK.measure(
                known, new Measure("acme", "m1", nextId(), "lea", ContentKind.MESSAGE, "0.5", golden, now), now));
    }

    private Clockwork.Tick tick() {
        return Clockwork.tick(known, policy, now);
    }

    private Move after(Move move) {
        if (move instanceof Move.Done done) {
            known = done.standing();
            users.addAll(done.users());
            marks.addAll(done.marks());
            if (done.decision() != null) {
                decisions.add(done.decision());
            }
        }
        return move;
    }

    private String nextId() {
        commands++;
        return "c" + commands;
    }

    static void assertRefused(Move move, Class<? extends Refusal> why) {
        assertThat(move)
                .isInstanceOfSatisfying(
                        Move.Refused.class, refused -> assertThat(refused.why()).isInstanceOf(why));
    }
}
