package com.nexusai.query.definition;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes what lies on a compacted topic, one at a time over all instances. */
@FunctionalInterface
public interface Changes<V> {

    /**
     * @param change from the value that is there now, or null, to the new one; null removes the key. What it throws is
     *     passed on, and nothing is changed.
     * @throws com.nexusai.kit.problem.Problem if somebody else changed it at the same time, or Kafka does not take it
     */
    @Nullable
    V change(String key, UnaryOperator<@Nullable V> change);
}
