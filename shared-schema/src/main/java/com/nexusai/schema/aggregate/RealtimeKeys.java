package com.nexusai.schema.aggregate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Names of the counters in Redis: plain numbers that anything may GET. The date is that of the UTC day. */
public final class RealtimeKeys {
    private RealtimeKeys() {}

    /** The key of a cell that has a counter: the days of events, and of active users. */
    public static Optional<String> of(Cell cell) {
        if (cell.granularity() != Granularity.DAY) {
            return Optional.empty();
        }
        var date = date(cell.start());
        boolean total = cell.dimension().equals(Metric.TOTAL);
        return switch (cell.metric()) {
            case Metric.EVENTS ->
                Optional.of(
                        total ? eventsTotal(cell.tenantId(), date) : events(cell.tenantId(), cell.dimension(), date));
            case Metric.ACTIVE_USERS -> total ? Optional.of(activeUsers(cell.tenantId(), date)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    public static String eventsTotal(String tenantId, LocalDate date) {
        return tenantId + ":metrics:events:total:" + date;
    }

    public static String events(String tenantId, String type, LocalDate date) {
        return tenantId + ":metrics:events:" + unlikeTotal(type) + ":" + date;
    }

    public static String activeUsers(String tenantId, LocalDate date) {
        return tenantId + ":metrics:active_users:" + date;
    }

    public static String userEvents(String tenantId, String userId, LocalDate date) {
        return tenantId + ":metrics:user:" + userId + ":events:" + date;
    }

    /** A type may be called anything, also {@code total}. */
    private static String unlikeTotal(String type) {
        return type.equals("total") || type.startsWith("%") ? "%" + type : type;
    }

    public static LocalDate date(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
