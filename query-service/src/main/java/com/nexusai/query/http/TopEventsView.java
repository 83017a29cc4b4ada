package com.nexusai.query.http;

import com.nexusai.query.domain.Share;
import java.time.Instant;
import java.util.List;

/** The most frequent event types of a range; {@code total} counts all types, listed or not. */
record TopEventsView(String granularity, Instant from, Instant to, long total, List<Share> events, Meta meta) {}
