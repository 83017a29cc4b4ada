package com.nexusai.query.http;

import com.nexusai.query.domain.Meta;
import java.time.Instant;
import java.util.Map;

/** An exact count of stored events. */
record CountView(Instant from, Instant to, long count, Map<String, Long> byType, Meta meta) {}
