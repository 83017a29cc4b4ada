package com.nexusai.moderation.processor;

import com.nexusai.moderation.domain.AppealDesk;
import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.Clockwork;
import com.nexusai.moderation.domain.Move;
import com.nexusai.moderation.domain.Refusal;
import com.nexusai.moderation.domain.ReportDesk;
import com.nexusai.moderation.domain.ReviewDesk;
import com.nexusai.moderation.domain.Ruling;
import com.nexusai.moderation.domain.Strikes;
import com.nexusai.moderation.domain.Submission;
import com.nexusai.moderation.domain.Tally;
import com.nexusai.moderation.store.Progress;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.moderation.CommandOutcome;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand;
import com.nexusai.schema.moderation.ModerationCommand.Appeal;
import com.nexusai.schema.moderation.ModerationCommand.ByPerson;
import com.nexusai.schema.moderation.ModerationCommand.Measure;
import com.nexusai.schema.moderation.ModerationCommand.Report;
import com.nexusai.schema.moderation.ModerationCommand.Review;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.UserEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Applies commands to cases, one content after the other, and sends out what changed and what was decided. */
public final class CaseProcessor extends ContextualProcessor<String, ModerationCommand, String, Object> {
    /** Names of the children that it forwards to. */
    public static final String TO_CASES = "to-cases";

    public static final String TO_DECISIONS = "to-decisions";
    public static final String TO_OUTCOMES = "to-outcomes";
    public static final String TO_USER_EVENTS = "to-user-events";
    public static final String TO_AUDIT = "to-audit";

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Casework casework;
    private final ModerationMeters meters;
    private final Progress progress;
    private CaseShelf shelf;
    private OutcomeBook outcomes;
    private ExposureBook exposures;
    private Counter counter;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    public CaseProcessor(Casework casework, ModerationMeters meters, Progress progress) {
        this.casework = casework;
        this.meters = meters;
        this.progress = progress;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        counter = new Counter(context);
        shelf = new CaseShelf(context, counter);
        outcomes = new OutcomeBook(context);
        exposures = new ExposureBook(context);
        context.schedule(BETWEEN_LOOKS, PunctuationType.WALL_CLOCK_TIME, now -> passTime(Instant.ofEpochMilli(now)));
    }

    /** @throws PoisonCommand for what is no command; the runner's policy says what becomes of it */
    @Override
    public void process(Record<String, ModerationCommand> record) {
        switch (CommandCheck.checked(record)) {
            case Submit submit -> submit(record, submit);
            case Report report when report.weight() == null -> weigh(record, report);
            case ByPerson command -> obey(record, command);
        }
        progress.handled(record.timestamp());
    }

    private void submit(Record<String, ModerationCommand> record, Submit submit) {
        var known = unheld(record);
        var submission =
                new Submission(submit, ContentProblem.read(record.headers()), ActorPace.read(record.headers()));
        var ruling = casework.submit(known, submission);
        counter.count(submit.tenantId(), Tally.SUBMISSIONS, 1);
        switch (ruling) {
            case Ruling.Joined joined -> {
                shelf.keep(record.key(), known, joined.standing(), null);
                meters.joined(joined.standing().tenantId());
            }
            case Ruling.Decided decided -> {
                var decision = decided.decision();
                var standing = decided.standing();
                shelf.keep(record.key(), known, standing, Records.line(known, standing, "submit", decision));
                counter.decided(decision, standing.state());
                meters.decided(decision);
                context().forward(record.withValue((Object) decision), TO_DECISIONS);
                forwardUsers(record, Strikes.of(decision, casework.rules(submit.tenantId())));
            }
        }
        context().forward(record.withValue((Object) ruling.standing()), TO_CASES);
    }

    /** A decision whose time has come was made before another text came, even if no clock has struck meanwhile. */
    private @Nullable ModerationCase unheld(Record<String, ModerationCommand> record) {
        var known = shelf.find(record.key());
        if (known == null || known.handling().held() == null) {
            return known;
        }
        tick(record.key(), Instant.ofEpochMilli(record.timestamp()));
        return shelf.find(record.key());
    }

    /** What a reporter's word weighs stands with the reporter, on another partition; the report comes back with it. */
    private void weigh(Record<String, ModerationCommand> record, Report report) {
        forwardUsers(
                record,
                List.of(new UserEvent.Reported(
                        report.tenantId(), report.by(), report, Instant.ofEpochMilli(record.timestamp()))));
        context().commit();
    }

    private void obey(Record<String, ModerationCommand> record, ByPerson command) {
        var now = Instant.ofEpochMilli(record.timestamp());
        var before = outcomes.known(record.key(), command, now);
        if (before == null) {
            var outcome = act(record, command, now);
            outcomes.keep(record.key(), command, outcome, now);
            answer(record, outcome);
        } else if (OutcomeBook.isOf(command, before)) {
            answer(record, before);
        } else {
            answer(record, OutcomeBook.of(command, shelf.find(record.key()), new Refusal.IdReused(), now));
        }
        // somebody waits for it
        context().commit();
    }

    private CommandOutcome act(Record<String, ModerationCommand> record, ByPerson command, Instant now) {
        tick(record.key(), now);
        var known = shelf.find(record.key());
        return switch (move(known, command, now)) {
            case Move.Refused(var why) -> OutcomeBook.of(command, known, why, now);
            case Move.Done done -> {
                if (known == null || done.standing().revision() != known.revision()) {
                    done(record, command, known, done, now);
                }
                yield OutcomeBook.of(command, done.standing(), null, now);
            }
        };
    }

    private Move move(@Nullable ModerationCase known, ByPerson command, Instant now) {
        if (command instanceof Measure measure) {
            return casework.measure(known, measure, now);
        }
        // nobody but moderators gets to see what only measures moderators
        if (known == null || (known.handling().golden() != null && !(command instanceof Review))) {
            return new Move.Refused(new Refusal.NoCase());
        }
        var policy = casework.rules(known.tenantId());
        return switch (command) {
            case Measure _ -> throw new IllegalStateException();
            case Review review -> ReviewDesk.act(known, review, policy, now);
            case Report report -> ReportDesk.act(known, report, policy, now);
            case Appeal appeal -> AppealDesk.act(known, appeal, policy, now);
        };
    }

    private void done(
            Record<String, ModerationCommand> record,
            ByPerson command,
            @Nullable ModerationCase known,
            Move.Done done,
            Instant now) {
        var act = PersonsAct.of(command, done.standing());
        written(record, act, known, done, now);
        if (known != null) {
            exposures.seen(known, done.standing(), command, now);
        }
    }

    /** A person's act, at once or when it may no longer be taken back. */
    private void written(
            Record<String, ?> record, PersonsAct act, @Nullable ModerationCase known, Move.Done done, Instant now) {
        var standing = done.standing();
        shelf.keep(record.key(), known, standing, Records.line(known, standing, act, done.decision()));
        if (standing.handling().golden() == null) {
            context().forward(record.withValue((Object) standing), TO_CASES);
        }
        if (done.decision() != null) {
            counter.decided(done.decision(), standing.state());
            meters.decidedByPerson(done.decision());
            context().forward(record.withValue((Object) done.decision()), TO_DECISIONS);
        }
        counter.marked(standing.tenantId(), done.marks());
        forwardUsers(record, done.users());
        var audit = Records.audit(known, standing, act, now);
        context().forward(record.withKey(audit.key()).withValue((Object) audit), TO_AUDIT);
    }

    private void answer(Record<String, ModerationCommand> record, CommandOutcome outcome) {
        context().forward(record.withValue((Object) outcome), TO_OUTCOMES);
    }

    private void forwardUsers(Record<String, ?> record, List<UserEvent> events) {
        for (var event : events) {
            var key = EventKey.of(event.tenantId(), event.userId());
            context().forward(record.withKey(key).withValue((Object) event), TO_USER_EVENTS);
        }
    }

    private void passTime(Instant now) {
        for (var key : shelf.due(now)) {
            tick(key, now);
        }
    }

    /** All that has become due for a case: a claim may run out after the case became overdue. */
    private void tick(String key, Instant now) {
        for (var known = shelf.find(key); known != null; known = ticked(key, known, now)) {}
    }

    private @Nullable ModerationCase ticked(String key, ModerationCase known, Instant now) {
        var tick = Clockwork.tick(known, casework.rules(known.tenantId()), now);
        if (tick == null) {
            return null;
        }
        var standing = tick.standing();
        var record = new Record<>(key, (Object) standing, now.toEpochMilli());
        if (tick.ruling() != null) {
            written(record, PersonsAct.of(tick.ruling()), known, tick.done(), now);
        } else {
            shelf.keep(key, known, standing, Records.line(known, standing, tick.act(), null));
            if (standing.handling().golden() == null) {
                context().forward(record, TO_CASES);
            }
        }
        return standing;
    }
}
