package com.nexusai.aggregator.domain;

/**
 * Whether the process is behind: whether what some task reads had arrived long before. All threads share it: merge waits for
 * what the folds of all threads send.
 */
public final class Tempo {
    /** Input that arrived longer ago than this is old. */
    private static final long OLD_MILLIS = 1_000;

    private volatile long behindAt = Long.MIN_VALUE;

    /** Input is read now that arrived then. */
    public void read(long arrivedMillis, long nowMillis) {
        if (nowMillis - arrivedMillis > OLD_MILLIS) {
            behindAt = nowMillis;
        }
    }

    boolean isBehind(long nowMillis) {
        return behindAt != Long.MIN_VALUE && nowMillis - behindAt <= OLD_MILLIS;
    }
}
