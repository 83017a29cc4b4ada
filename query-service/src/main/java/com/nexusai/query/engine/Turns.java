package com.nexusai.query.engine;

import com.nexusai.kit.problem.Problem;
import com.nexusai.query.store.Source;
import com.nexusai.query.store.SourceAway;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How many questions go to ClickHouse at once. A tenant has half of the turns at most, so that its slow questions leave
 * some for others; with the bytes of a page this also bounds the memory that history takes.
 */
public final class Turns {
    private static final int IN_ALL = 16;
    private static final int OF_A_TENANT = 8;
    private static final Duration RETRY_WHEN_BUSY = Duration.ofSeconds(1);
    private static final Duration RETRY_WHEN_AWAY = Duration.ofSeconds(5);

    private final Semaphore all = new Semaphore(IN_ALL);
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    /** @throws Problem 429 or 503 where there is no turn, 503 or 504 where ClickHouse does not answer */
    public <T> T take(String tenantId, Supplier<T> question) {
        if (taken.merge(tenantId, 1, Integer::sum) > OF_A_TENANT) {
            giveBack(tenantId);
            throw Problem.of(
                            429,
                            "too-many-questions",
                            "Too many questions at once",
                            "This tenant already asks history " + OF_A_TENANT + " questions.")
                    .header("Retry-After", Long.toString(RETRY_WHEN_BUSY.toSeconds()))
                    .with("source", Source.CLICKHOUSE);
        }
        try {
            if (!all.tryAcquire()) {
                throw Problem.unavailable("Too many questions to history at once.", RETRY_WHEN_BUSY)
                        .with("source", Source.CLICKHOUSE);
            }
            try {
                return question.get();
            } finally {
                all.release();
            }
        } finally {
            giveBack(tenantId);
        }
    }

    /** What a caller is told of a source that did not answer. */
    public static Problem problem(SourceAway away) {
        var problem = away.outOfTime()
                ? Problem.of(
                        504, "time-budget", "The question takes too long", away.getMessage() + "; narrow the range.")
                : Problem.unavailable(away.getMessage() + ".", RETRY_WHEN_AWAY);
        return problem.with("source", away.source());
    }

    private void giveBack(String tenantId) {
        taken.computeIfPresent(tenantId, (_, count) -> count == 1 ? null : count - 1);
    }
}
