package com.nexusai.ingest.limit;

/** Token buckets by name. A bucket that is not there yet is full. */
public interface Buckets {
    /** Takes all of it or nothing. */
    Level draw(String bucket, Quota quota, long amount);
}
