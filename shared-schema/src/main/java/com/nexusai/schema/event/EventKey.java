package com.nexusai.schema.event;

/** {@code tenant/actor}. A tenant id has no slash, an actor may. */
public final class EventKey {
    private EventKey() {}

    public static String of(String tenantId, String actor) {
        return tenantId + '/' + actor;
    }

    public static String tenantOf(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
