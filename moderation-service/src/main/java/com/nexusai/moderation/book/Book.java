package com.nexusai.moderation.book;

import com.nexusai.kit.kafka.CompactedWriter.Audit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What tenants have defined of one sort, each under a name. */
public interface Book<V> {
    @Nullable
    V find(String tenantId, String name);

    List<V> all(String tenantId);

    /**
     * @param change from what is there now, or null, to what is to be there; what it throws is passed on, and nothing is
     *     changed
     * @param audit what the audit log is told; it is told if, and only if, the change is made
     * @throws com.nexusai.kit.problem.Problem 409 if somebody else changed something at the same time, 503 if Kafka does
     *     not take it
     */
    @Nullable
    V change(String tenantId, String name, UnaryOperator<@Nullable V> change, Audit<V> audit);
}
