package com.nexusai.systemtests.metrics.traffic;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One record as it comes to the door.
 *
 * @param order records come in ascending order of this
 */
public record Delivery(byte @Nullable [] key, byte[] json, long order) {
    static Delivery of(@Nullable String key, String json, long order) {
        return new Delivery(key == null ? null : utf8(key), utf8(json), order);
    }

    Delivery later(long by) {
        return new Delivery(key, json, order + by);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
