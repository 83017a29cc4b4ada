package com.nexusai.moderation.processor;

import com.nexusai.moderation.domain.GoldenDesk;
import com.nexusai.moderation.domain.PendingKey;
import com.nexusai.moderation.domain.SecondLooks;
import com.nexusai.moderation.domain.Tally;
import com.nexusai.moderation.domain.Waits;
import com.nexusai.moderation.store.Stores;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.ModerationCase;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Who waits where. A case that somebody reviews has left the lines, and still waits for a decision. */
final class QueueShelf {
    private final KeyValueStore<String, String> pending;
    private final KeyValueStore<String, String> queues;
    private final Counter counter;

    QueueShelf(ProcessingContext context, Counter counter) {
        this.pending = context.getStateStore(Stores.PENDING);
        this.queues = context.getStateStore(Stores.QUEUES);
        this.counter = counter;
    }

    void move(@Nullable ModerationCase before, ModerationCase after) {
        move(pending, placesByTime(before), placesByTime(after), after);
        move(queues, places(before), places(after), after);
        count(before, -1);
        count(after, 1);
    }

    private static List<PendingKey> placesByTime(@Nullable ModerationCase one) {
        return one != null && waits(one) && !isGolden(one) ? List.of(PendingKey.of(one)) : List.of();
    }

    private static List<PendingKey> places(@Nullable ModerationCase one) {
        if (one != null && SecondLooks.awaited(one)) {
            return List.of(PendingKey.in(Waits.SECOND_LOOKS, one));
        }
        if (one == null || !waits(one)) {
            return List.of();
        }
        if (isGolden(one)) {
            return List.of(PendingKey.in(GoldenDesk.QUEUE, one));
        }
        var wait = one.handling().waiting();
        var all = PendingKey.in(PendingKey.ALL_QUEUES, one);
        return wait == null ? List.of(all) : List.of(all, PendingKey.in(wait.queue(), one));
    }

    private static void move(
            KeyValueStore<String, String> line, List<PendingKey> left, List<PendingKey> entered, ModerationCase after) {
        left.stream().filter(one -> !entered.contains(one)).forEach(one -> line.delete(one.text()));
        entered.stream().filter(one -> !left.contains(one)).forEach(one -> line.put(one.text(), after.caseId()));
    }

    private void count(@Nullable ModerationCase one, int change) {
        if (one != null && SecondLooks.awaited(one)) {
            counter.count(one.tenantId(), Tally.waiting(Waits.SECOND_LOOKS), change);
        }
        var wait = one == null ? null : one.handling().waiting();
        boolean asked = one != null && one.state() == CaseState.PENDING && one.asking() != null;
        if (one == null || wait == null || asked || isGolden(one)) {
            return;
        }
        counter.count(one.tenantId(), Tally.waiting(wait.queue()), change);
        if (wait.overdue()) {
            counter.count(one.tenantId(), Tally.OVERDUE, change);
        }
    }

    private static boolean isGolden(ModerationCase one) {
        return one.handling().golden() != null;
    }

    /** While others are asked, no person need look. */
    private static boolean waits(ModerationCase one) {
        return switch (one.state()) {
            case PENDING -> one.asking() == null;
            case ESCALATED, APPEALED -> true;
            default -> false;
        };
    }
}
