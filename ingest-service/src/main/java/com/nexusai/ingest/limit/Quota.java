package com.nexusai.ingest.limit;

/**
 * A steady rate, and what may come at once on top of it.
 *
 * @param name as callers read it
 * @param perSecond 0 for no limit
 */
public record Quota(String name, long perSecond, long burst) {

    public boolean isLimited() {
        return perSecond > 0;
    }

    /** What a bucket holds: one at least, or nothing could ever pass. */
    public long capacity() {
        return Math.max(1, burst);
    }
}
