package com.nexusai.moderation.domain;

import com.nexusai.schema.moderation.ModerationCase;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The place of a case in its tenant's queue: {@code tenant/0001767225600000/contentId}. It sorts by waiting time, and
 * over all instances alike, so that one cursor serves for all of them.
 */
public record PendingKey(String tenantId, Instant since, String contentId) {
    /** Stands for a queue, and means all of them; no queue may be called so. */
    public static final String ALL_QUEUES = "*";

    private static final int DIGITS = 16;

    public static PendingKey of(ModerationCase pending) {
        var wait = pending.handling().waiting();
        // since it was last decided: more of the same content does not send a case to the end of the queue
        var since = wait == null ? pending.decision().decidedAt() : wait.since();
        return new PendingKey(pending.tenantId(), since, pending.contentId());
    }

    /** The place of a case in one of the tenant's queues, by urgency. */
    public static PendingKey in(String queue, ModerationCase pending) {
        var wait = pending.handling().waiting();
        var rank = wait == null ? pending.decision().decidedAt() : wait.rank();
        return new PendingKey(line(pending.tenantId(), queue), rank, pending.contentId());
    }

    /** What stands for the tenant in the keys of a queue. */
    public static String line(String tenantId, String queue) {
        return tenantId + "/" + queue;
    }

    public String text() {
        return prefix(tenantId) + sortable(since) + "/" + contentId;
    }

    /** What all of a tenant's keys begin with. */
    public static String prefix(String tenantId) {
        return tenantId + "/";
    }

    /** Whether the text is a key of this tenant. A cursor comes from outside and must not reach into another tenant. */
    public static boolean isOf(String tenantId, String text) {
        return contentIdOf(tenantId, text) != null;
    }

    public static @Nullable String contentIdOf(String tenantId, String text) {
        int id = tenantId.length() + DIGITS + 2;
        boolean fits = text.startsWith(prefix(tenantId)) && text.length() > id && text.charAt(id - 1) == '/';
        return fits ? text.substring(id) : null;
    }

    private static String sortable(Instant time) {
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", Math.max(0, time.toEpochMilli()));
    }
}
