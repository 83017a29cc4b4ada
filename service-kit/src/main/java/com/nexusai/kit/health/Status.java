package com.nexusai.kit.health;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How one thing is doing. */
public record Status(boolean up, Map<String, Object> details) {
    public static final Status UP = new Status(true, Map.of());

    public Status {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public static Status of(boolean up) {
        return new Status(up, Map.of());
    }

    public static Status down(String reason) {
        return of(false).with("reason", reason);
    }

    public Status with(String name, Object value) {
        var more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Status(up, more);
    }
}
