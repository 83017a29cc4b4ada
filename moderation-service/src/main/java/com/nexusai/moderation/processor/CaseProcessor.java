package com.nexusai.moderation.processor;

import com.nexusai.moderation.command.ActorPace;
import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.Clockwork;
import com.nexusai.moderation.domain.Move;
import com.nexusai.moderation.domain.Reception;
import com.nexusai.moderation.domain.Refusal;
import com.nexusai.moderation.domain.Ruling;
import com.nexusai.moderation.domain.SecondOpinion;
import com.nexusai.moderation.domain.Strikes;
import com.nexusai.moderation.domain.Submission;
import com.nexusai.moderation.domain.Tally;
import com.nexusai.moderation.store.Progress;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.moderation.CommandOutcome;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand;
import com.nexusai.schema.moderation.ModerationCommand.ByPerson;
import com.nexusai.schema.moderation.ModerationCommand.Report;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import com.nexusai.schema.moderation.ModerationCommand.Verdict;
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
    public static final String TO_QUESTIONS = "to-questions";
    public static final String TO_LAST_CALLS = "to-last-calls";

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
            case Verdict verdict -> hear(record, verdict);
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
                keep(record, known, decided.standing(), "submit", decided.decision());
                meters.decided(decided.decision());
                decidedAlone(record, decided);
            }
            case Ruling.Asked asked -> {
                keep(record, known, asked.standing(), "submit", asked.standing().decision());
                meters.asked(submit.tenantId());
                // who asks itself needs no question
                if (!Boolean.TRUE.equals(submit.asksItself())) {
                    context().forward(record.withValue((Object) SecondOpinion.of(asked.standing())), TO_QUESTIONS);
                }
            }
            case Ruling.Noted noted -> keep(record, known, noted.standing(), "submit", null);
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

    /** The first answer counts; another, and one that nobody asked for, changes nothing. */
    private void hear(Record<String, ModerationCommand> record, Verdict verdict) {
        var known = shelf.find(record.key());
        var ruling = known == null ? null : casework.hear(known, verdict);
        if (ruling == null) {
            meters.unheard(verdict.tenantId());
            return;
        }
        var act = verdict.provider() == null ? "no-verdict" : "verdict";
        if (ruling instanceof Ruling.Decided decided) {
            keep(record, known, decided.standing(), act, decided.decision());
            meters.decidedByPerson(decided.decision());
            decidedAlone(record, decided);
        } else {
            keep(record, known, ruling.standing(), act, null);
        }
        context().forward(record.withValue((Object) ruling.standing()), TO_CASES);
    }

    private void keep(
            Record<String, ModerationCommand> record,
            @Nullable ModerationCase known,
            ModerationCase standing,
            String act,
            @Nullable Decision decision) {
        shelf.keep(record.key(), known, standing, Records.line(known, standing, act, decision));
    }

    private void decidedAlone(Record<String, ModerationCommand> record, Ruling.Decided decided) {
        var decision = decided.decision();
        counter.decided(decision, decided.standing().state());
        context().forward(record.withValue((Object) decision), TO_DECISIONS);
        forwardUsers(record, Strikes.of(decision, casework.rules(decision.tenantId())));
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
        return switch (Reception.act(known, command, casework, now)) {
            case Move.Refused(var why) -> OutcomeBook.of(command, known, why, now);
            case Move.Done done -> {
                if (known == null || done.standing().revision() != known.revision()) {
                    done(record, command, known, done, now);
                }
                yield OutcomeBook.of(command, done.standing(), null, now);
            }
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
            lastCall(key, now);
            tick(key, now);
        }
    }

    /** Nobody has answered: that too is said by a command, so that a replay has it at the same place. */
    private void lastCall(String key, Instant now) {
        var known = shelf.find(key);
        var asking = known == null ? null : known.asking();
        if (known == null || asking == null || now.isBefore(SecondOpinion.lastCall(asking))) {
            return;
        }
        shelf.dealtWith(SecondOpinion.lastCall(asking), key);
        var nobody = SecondOpinion.unanswered(known, asking);
        context().forward(new Record<>(key, (Object) nobody, now.toEpochMilli()), TO_LAST_CALLS);
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
