package com.nexusai.aggregator.sink.redis;

/** What a counter shows, and the revision of what it was taken from. */
record Counted(String key, long value, long revision) {}
