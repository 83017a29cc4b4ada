package com.nexusai.query.http;

import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.Point;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Today so far.
 *
 * @param date today, UTC
 * @param eventsPerMinute mean of the last five complete minutes
 * @param eventsPerSecond mean of the last sixty seconds
 * @param activeNow people with an event in the last five minutes; null while no store can be read
 * @param activeUsers people of today; null while no store can be read
 * @param minutes the last sixty complete minutes; empty while no store can be read
 */
record RealtimeView(
        LocalDate date,
        long events,
        Map<String, Long> byType,
        double eventsPerMinute,
        double eventsPerSecond,
        @Nullable Long activeNow,
        @Nullable Long activeUsers,
        List<Point> minutes,
        Meta meta) {}
