package com.nexusai.moderation.processor;

import com.nexusai.moderation.domain.Casework;
import com.nexusai.moderation.domain.PendingKey;
import com.nexusai.moderation.domain.Ruling;
import com.nexusai.moderation.domain.Submission;
import com.nexusai.moderation.domain.Tally;
import com.nexusai.moderation.store.Progress;
import com.nexusai.moderation.store.Stores;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.ModerationCase;
import com.nexusai.schema.moderation.ModerationCommand;
import com.nexusai.schema.moderation.ModerationCommand.Submit;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Applies commands to cases, one content after the other, and sends out what changed and what was decided. */
public final class CaseProcessor extends ContextualProcessor<String, ModerationCommand, String, Object> {
    /** Names of the children that it forwards to. */
    public static final String TO_CASES = "to-cases";

    public static final String TO_DECISIONS = "to-decisions";

    private final Casework casework;
    private final ModerationMeters meters;
    private final Progress progress;
    private KeyValueStore<String, ModerationCase> cases;
    private KeyValueStore<String, String> pending;
    private KeyValueStore<String, Long> counts;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    public CaseProcessor(Casework casework, ModerationMeters meters, Progress progress) {
        this.casework = casework;
        this.meters = meters;
        this.progress = progress;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        cases = context.getStateStore(Stores.CASES);
        pending = context.getStateStore(Stores.PENDING);
        counts = context.getStateStore(Stores.COUNTS);
    }

    /** @throws PoisonCommand for what is no command; the runner's policy says what becomes of it */
    @Override
    public void process(Record<String, ModerationCommand> record) {
        switch (CommandCheck.checked(record)) {
            case Submit submit -> submit(record, submit);
        }
        progress.handled(record.timestamp());
    }

    private void submit(Record<String, ModerationCommand> record, Submit submit) {
        var known = cases.get(record.key());
        var submission = new Submission(submit, ContentProblem.read(record.headers()));
        var ruling = casework.submit(known, submission);
        keep(record.key(), known, ruling.standing());
        count(submit.tenantId(), Tally.SUBMISSIONS, 1);
        context().forward(record.withValue((Object) ruling.standing()), TO_CASES);
        switch (ruling) {
            case Ruling.Joined joined -> meters.joined(joined.standing().tenantId());
            case Ruling.Decided decided -> {
                var decision = decided.decision();
                count(submit.tenantId(), Tally.decisions(decision.decision()), 1);
                meters.decided(decision);
                context().forward(record.withValue((Object) decision), TO_DECISIONS);
            }
        }
    }

    private void keep(String key, @Nullable ModerationCase before, ModerationCase after) {
        cases.put(key, after);
        if (before != null) {
            count(before.tenantId(), Tally.cases(before.state()), -1);
        }
        count(after.tenantId(), Tally.cases(after.state()), 1);
        requeue(before, after);
    }

    private void requeue(@Nullable ModerationCase before, ModerationCase after) {
        var left = before != null && before.state() == CaseState.PENDING ? PendingKey.of(before) : null;
        var entered = after.state() == CaseState.PENDING ? PendingKey.of(after) : null;
        if (left != null && !left.equals(entered)) {
            pending.delete(left.text());
        }
        if (entered != null && !entered.equals(left)) {
            pending.put(entered.text(), after.caseId());
        }
    }

    private void count(String tenantId, String name, long change) {
        var key = Tally.key(tenantId, name);
        var counted = counts.get(key);
        counts.put(key, (counted == null ? 0 : counted) + change);
    }
}
