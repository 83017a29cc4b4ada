package com.nexusai.query.http;

import com.nexusai.query.domain.Meta;
import com.nexusai.query.domain.Share;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tenant's numbers at a glance; days, weeks and months are those at hand, UTC. */
record PlatformView(
        Window today,
        Window last24h,
        ActiveUsers activeUsers,
        Users newUsers,
        List<Revenue> revenue,
        Conversion conversion,
        Sessions sessions,
        Payments payments,
        Meta meta) {

    record Window(Instant from, Instant to, long events, Map<String, Long> byType, List<Share> top) {}

    /** @param stickiness the day's people as a share of the month's */
    record ActiveUsers(
            long day, long week, long month, @Nullable Double stickiness) {}

    record Users(long day, long week, long month) {}

    /** Of this month and of today, exact. */
    record Revenue(String currency, String today, String month, long payments) {}

    /** Of this month. */
    record Conversion(
            long payingUsers, long activeUsers, @Nullable Double rate) {}

    /** Of today. */
    record Sessions(
            long today,
            @Nullable Double averageSeconds,
            @Nullable Double bounceRate) {}

    /** Of today. */
    record Payments(long completed, long failed, @Nullable Double failureRate) {}
}
