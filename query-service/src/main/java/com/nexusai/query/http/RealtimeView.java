package com.nexusai.query.http;

import com.nexusai.query.domain.Point;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Today so far.
 *
 * @param date today, UTC
 * @param eventsPerMinute mean of the last five complete minutes
 * @param minutes the last sixty complete minutes; empty while no store can be read
 */
record RealtimeView(
        LocalDate date,
        long events,
        Map<String, Long> byType,
        double eventsPerMinute,
        List<Point> minutes,
        Meta meta) {}
