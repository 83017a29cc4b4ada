package com.nexusai.query.http;

import com.nexusai.query.domain.Breakdown;
import com.nexusai.query.domain.Share;
import com.nexusai.query.domain.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The tenant's numbers at a glance. */
record PlatformView(Window today, Window last24h, Meta meta) {
    private static final int TOP = 5;

    record Window(Instant from, Instant to, long events, Map<String, Long> byType, List<Share> top) {
        static Window of(TimeRange range, long events, Breakdown byType) {
            return new Window(range.from(), range.to(), events, byType.counts(), byType.top(TOP));
        }
    }
}
