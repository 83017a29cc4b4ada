package com.nexusai.moderation.processor;

import com.nexusai.moderation.domain.Clockwork;
import com.nexusai.moderation.domain.DeadlineKey;
import com.nexusai.moderation.domain.Histories;
import com.nexusai.moderation.domain.HistoryKey;
import com.nexusai.moderation.domain.Tally;
import com.nexusai.moderation.store.Stores;
import com.nexusai.schema.event.EventKey;
import com.nexusai.schema.moderation.CaseAct;
import com.nexusai.schema.moderation.ModerationCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The cases of a partition, and all that follows from one: its place in the queues, its deadlines, its history. */
final class CaseShelf {
    /** So that a great heap of overdue cases does not hold up the commands. */
    private static final int MOST_AT_ONCE = 500;

    private final KeyValueStore<String, ModerationCase> cases;
    private final KeyValueStore<String, CaseAct> history;
    private final KeyValueStore<String, String> deadlines;
    private final QueueShelf queues;
    private final Counter counter;

    CaseShelf(ProcessingContext context, Counter counter) {
        this.cases = context.getStateStore(Stores.CASES);
        this.history = context.getStateStore(Stores.HISTORY);
        this.deadlines = context.getStateStore(Stores.DEADLINES);
        this.queues = new QueueShelf(context, counter);
        this.counter = counter;
    }

    @Nullable
    ModerationCase find(String key) {
        return cases.get(key);
    }

    /** @param line null where nothing happened that anybody would want to read of */
    void keep(String key, @Nullable ModerationCase before, ModerationCase after, @Nullable CaseAct line) {
        cases.put(key, after);
        count(before, -1);
        count(after, 1);
        queues.move(before, after);
        moveDeadlines(key, before, after);
        if (line != null && before != null) {
            write(key, before, line);
        }
    }

    /** Those that only measure moderators are no cases that anybody should count. */
    private void count(@Nullable ModerationCase one, int change) {
        if (one != null && one.handling().golden() == null) {
            counter.count(one.tenantId(), Tally.cases(one.state()), change);
        }
    }

    private void write(String key, ModerationCase before, CaseAct line) {
        try (var lines = history.range(HistoryKey.first(key), HistoryKey.last(key))) {
            if (!lines.hasNext()) {
                history.put(HistoryKey.of(key, 1), Histories.opening(before));
            }
        }
        history.put(HistoryKey.of(key, line.revision()), line);
    }

    /** The keys of cases for which something is due. */
    List<String> due(Instant now) {
        var due = new ArrayList<String>();
        try (var found = deadlines.range("0", DeadlineKey.before(now.plusMillis(1)))) {
            while (found.hasNext() && due.size() < MOST_AT_ONCE) {
                due.add(found.next().value);
            }
        }
        return due;
    }

    /** What was due is under way and need not be thought of again. */
    void dealtWith(Instant at, String key) {
        deadlines.delete(DeadlineKey.of(at, key));
    }

    private void moveDeadlines(String key, @Nullable ModerationCase before, ModerationCase after) {
        var old = keys(before, key);
        var now = keys(after, key);
        old.stream().filter(one -> !now.contains(one)).forEach(deadlines::delete);
        now.stream().filter(one -> !old.contains(one)).forEach(one -> deadlines.put(one, key));
    }

    private static List<String> keys(@Nullable ModerationCase one, String key) {
        return Clockwork.deadlines(one).stream()
                .map(at -> DeadlineKey.of(at, key))
                .collect(Collectors.toList());
    }

    static String key(ModerationCase one) {
        return EventKey.of(one.tenantId(), one.contentId());
    }
}
