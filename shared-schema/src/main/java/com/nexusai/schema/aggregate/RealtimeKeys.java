package com.nexusai.schema.aggregate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Names of the counters in Redis: plain numbers that anything may GET. The date is that of the UTC day. */
public final class RealtimeKeys {
    private RealtimeKeys() {}

    /** The key of a day cell of the events metric. */
    public static String of(Cell day) {
        var date = date(day.start());
        return day.dimension().equals(Metric.TOTAL)
                ? eventsTotal(day.tenantId(), date)
                : events(day.tenantId(), day.dimension(), date);
    }

    public static String eventsTotal(String tenantId, LocalDate date) {
        return tenantId + ":metrics:events:total:" + date;
    }

    public static String events(String tenantId, String type, LocalDate date) {
        return tenantId + ":metrics:events:" + unlikeTotal(type) + ":" + date;
    }

    /** A type may be called anything, also {@code total}. */
    private static String unlikeTotal(String type) {
        return type.equals("total") || type.startsWith("%") ? "%" + type : type;
    }

    public static LocalDate date(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
