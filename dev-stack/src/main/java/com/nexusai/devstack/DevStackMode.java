package com.nexusai.devstack;

import com.nexusai.devstack.process.DevStackException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** The one switch, {@code DEV_STACK}: where the parts come from that no address was given for. */
public enum DevStackMode {
    /** Containers where a Docker engine answers, else embedded. */
    AUTO,
    EMBEDDED,
    CONTAINERS;

    static DevStackMode from(Map<String, String> environment, DevStackMode fallback) {
        String wished = environment.getOrDefault("DEV_STACK", "").strip();
        if (wished.isEmpty()) {
            return fallback;
        }
        return Arrays.stream(values())
                .filter(mode -> mode.name().equals(wished.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new DevStackException(
                        "DEV_STACK is '" + wished + "', but may only be auto, embedded or containers."));
    }
}
