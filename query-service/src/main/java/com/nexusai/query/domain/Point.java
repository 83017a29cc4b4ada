package com.nexusai.query.domain;

import java.time.Instant;

/**
 * One window of a series.
 *
 * @param start the window's first instant, UTC
 */
public record Point(Instant start, long count) {}
