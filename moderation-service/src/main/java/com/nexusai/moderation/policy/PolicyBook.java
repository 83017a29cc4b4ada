package com.nexusai.moderation.policy;

import com.nexusai.kit.kafka.CompactedWriter.Audit;
import com.nexusai.schema.moderation.ModerationPolicy;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What tenants have said of their rules: of those that hold, and of those that are only tried out beside them. */
public interface PolicyBook {
    /** Null where the tenant has said nothing. */
    @Nullable
    ModerationPolicy find(String key);

    /**
     * @param key the tenant, or its {@linkplain #shadowKey shadow}
     * @param change from what is there now, or null, to what is to be there; what it throws is passed on, and nothing is
     *     changed
     * @param audit what the audit log is told; it is told if, and only if, the change is made
     * @throws com.nexusai.kit.problem.Problem 409 if somebody else changed something at the same time, 503 if Kafka does
     *     not take it
     */
    @Nullable
    ModerationPolicy change(
            String key, UnaryOperator<@Nullable ModerationPolicy> change, Audit<ModerationPolicy> audit);

    /** Under which the rules lie that are only tried out. A tenant's id has no slash. */
    static String shadowKey(String tenantId) {
        return tenantId + "/shadow";
    }
}
