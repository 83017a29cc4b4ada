package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.Outcome;
import com.nexusai.schema.moderation.UserEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which automated decisions count against their author. */
public final class Strikes {
    private Strikes() {}

    public static List<UserEvent> of(Decision decision, ModerationPolicy policy) {
        return decision.decision() == Outcome.REJECTED && policy.automatedStrikes() && decision.authorId() != null
                ? List.of(Rulings.struck(decision.authorId(), decision, gravest(decision), null))
                : List.of();
    }

    /** The category that spoke most strongly. */
    static @Nullable String gravest(Decision decision) {
        return decision.categories().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
