package com.nexusai.kit.health;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to a probe. */
public record HealthReport(boolean up, Map<String, Status> checks) {
    public HealthReport {
        checks = Collections.unmodifiableMap(new LinkedHashMap<>(checks));
    }
}
