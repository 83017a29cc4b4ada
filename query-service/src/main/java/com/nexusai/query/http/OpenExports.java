package com.nexusai.query.http;

import com.nexusai.kit.problem.Problem;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many files of a tenant are under way on this instance. */
final class OpenExports {
    private final int most;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    OpenExports(int most) {
        this.most = most;
    }

    /** @throws Problem 429 if there are too many */
    void enter(String tenantId) {
        if (open.merge(tenantId, 1, Integer::sum) > most) {
            leave(tenantId);
            throw Problem.of(
                            429,
                            "too-many-exports",
                            "Too many files are under way",
                            "A tenant may have " + most + " under way on an instance.")
                    .header("Retry-After", "5");
        }
    }

    void leave(String tenantId) {
        open.computeIfPresent(tenantId, (_, count) -> count == 1 ? null : count - 1);
    }
}
