package com.nexusai.moderation.statement;

import com.nexusai.schema.moderation.Decision;
import java.io.IOException;
import java.time.Instant;

/** All decisions that were made, for as long as their topic keeps them. */
@FunctionalInterface
public interface DecisionLog {
    /** What is done with each; it may fail when nobody listens any more. */
    @FunctionalInterface
    interface Reader {
        void read(Decision decision) throws IOException;
    }

    /** Those of a tenant that were made from the one time on and before the other. */
    void between(String tenantId, Instant from, Instant to, Reader reader) throws IOException;
}
