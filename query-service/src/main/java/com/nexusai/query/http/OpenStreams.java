package com.nexusai.query.http;

import com.nexusai.kit.problem.Problem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The streams that are open: how many there may be, and that they end when the service does. */
public final class OpenStreams implements AutoCloseable {
    private static final int IN_ALL = 500;
    private static final int OF_A_TENANT = 100;

    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Integer> ofTenant = new ConcurrentHashMap<>();
    private volatile boolean closing;

    boolean closing() {
        return closing;
    }

    /** @throws Problem 429 if there are too many */
    void enter(String tenantId) {
        int ofThis = ofTenant.merge(tenantId, 1, Integer::sum);
        if (open.incrementAndGet() > IN_ALL || ofThis > OF_A_TENANT) {
            leave(tenantId);
            throw Problem.of(
                            429,
                            "too-many-streams",
                            "Too many streams are open",
                            "A tenant may have " + OF_A_TENANT + " open, and an instance " + IN_ALL + ".")
                    .header("Retry-After", "10");
        }
    }

    void leave(String tenantId) {
        open.decrementAndGet();
        ofTenant.computeIfPresent(tenantId, (_, count) -> count == 1 ? null : count - 1);
    }

    /** Every stream ends within one look. */
    @Override
    public void close() {
        closing = true;
    }
}
