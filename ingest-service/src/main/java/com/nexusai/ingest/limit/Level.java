package com.nexusai.ingest.limit;

import java.time.Duration;

/**
 * What a bucket says to a draw.
 *
 * @param left how much could be drawn now
 * @param delay until as much as was asked for is there; zero where it was granted
 */
public record Level(Quota quota, boolean granted, long left, Duration delay) {}
