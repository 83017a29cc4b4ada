package com.nexusai.moderation.processor;

import com.nexusai.moderation.domain.Mark;
import com.nexusai.moderation.domain.Tally;
import com.nexusai.moderation.store.Stores;
import com.nexusai.schema.moderation.CaseState;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.Outcome;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The live numbers of a partition. */
final class Counter {
    private static final double LEANING = 0.5;

    private final KeyValueStore<String, Long> counts;

    Counter(ProcessingContext context) {
        this.counts = context.getStateStore(Stores.COUNTS);
    }

    void count(String tenantId, String name, long change) {
        var key = Tally.key(tenantId, name);
        var counted = counts.get(key);
        counts.put(key, (counted == null ? 0 : counted) + change);
    }

    void marked(String tenantId, List<Mark> marks) {
        marks.forEach(mark -> count(tenantId, Tally.quality(mark.what(), mark.moderator()), 1));
    }

    /** @param state of the case after the decision */
    void decided(Decision decision, CaseState state) {
        var tenantId = decision.tenantId();
        count(tenantId, Tally.decisions(decision.decision()), 1);
        if (decision.decision() == Outcome.REJECTED && state != CaseState.UPHELD) {
            decision.categories().entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .ifPresent(gravest -> count(tenantId, Tally.category(gravest.getKey()), 1));
        }
        var shadow = decision.shadow();
        if (shadow != null && decision.automated()) {
            count(tenantId, Tally.shadow(shadow.policy(), decision.decision(), shadow.decision()), 1);
        }
        var moderator = decision.decidedBy();
        if (moderator == null || decision.decision() == Outcome.REVIEW) {
            return;
        }
        count(tenantId, Tally.moderator(moderator), 1);
        boolean leaned = decision.confidence() >= LEANING;
        boolean agreed = leaned == (decision.decision() == Outcome.APPROVED);
        count(tenantId, Tally.agreement(agreed ? Tally.AGREED : Tally.DIFFERED), 1);
        if (state == CaseState.UPHELD || state == CaseState.OVERTURNED) {
            count(tenantId, Tally.appeals(state), 1);
        }
    }
}
