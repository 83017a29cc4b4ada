package com.nexusai.moderation.policy;

import com.nexusai.schema.moderation.ModerationPolicy;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What tenants have said of their rules. */
public interface PolicyBook {
    /** Null where the tenant has said nothing. */
    @Nullable
    ModerationPolicy find(String tenantId);

    /**
     * @param change from what is there now, or null, to what is to be there; what it throws is passed on, and nothing is
     *     changed
     * @throws com.nexusai.kit.problem.Problem 409 if somebody else changed something at the same time, 503 if Kafka does
     *     not take it
     */
    @Nullable
    ModerationPolicy change(String tenantId, UnaryOperator<@Nullable ModerationPolicy> change);
}
