package com.nexusai.moderation.domain;

import org.jspecify.annotations.Nullable;

/** Whose looks at what: {@code tenant/category moderator}, with a sign between that no category has. */
public record ExposureKey(String tenantId, String moderator, String label) {
    private static final char BETWEEN = '\u0000';

    public String text() {
        return tenantId + "/" + label + BETWEEN + moderator;
    }

    /** Null for what another tenant's moderators have seen. */
    public static @Nullable ExposureKey of(String tenantId, String text) {
        int between = text.indexOf(BETWEEN);
        var prefix = tenantId + "/";
        if (between < 0 || !text.startsWith(prefix)) {
            return null;
        }
        return new ExposureKey(tenantId, text.substring(between + 1), text.substring(prefix.length(), between));
    }
}
