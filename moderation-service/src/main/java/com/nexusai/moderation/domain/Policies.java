package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.ActionKind;
import com.nexusai.schema.moderation.ModerationPolicy;
import com.nexusai.schema.moderation.ModerationPolicy.Rung;
import com.nexusai.schema.moderation.ModerationPolicy.Thresholds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules that hold for a tenant now. */
@FunctionalInterface
public interface Policies {
    ModerationPolicy of(String tenantId);

    /** The rules that are tried out beside them; null where there are none. */
    default @Nullable ModerationPolicy shadowOf(String tenantId) {
        return null;
    }

    /** What holds where a tenant has said nothing. */
    static ModerationPolicy standard(String tenantId) {
        return new ModerationPolicy(
                tenantId,
                0,
                new Thresholds(Policy.LOCAL.approveAbove(), Policy.LOCAL.rejectBelow()),
                Map.of(),
                Map.of(),
                15,
                Map.of(Waits.OTHERS, 24 * 60, Waits.ESCALATIONS, 4 * 60, Waits.APPEALS, 72 * 60),
                30,
                // the EU's Digital Services Act asks for at least six months
                183,
                5,
                90,
                false,
                List.of(
                        new Rung(1, ActionKind.USER_WARNED, null),
                        new Rung(3, ActionKind.USER_SUSPENDED, 7),
                        new Rung(5, ActionKind.USER_BANNED, null)),
                List.of(),
                Instant.EPOCH,
                "nobody");
    }
}
