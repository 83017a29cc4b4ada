package com.nexusai.aggregator.domain.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** An event of acme, by user u-1 unless said otherwise; its JSON lies in the middle of other bytes, as on the stream. */
public record TestEvent(
        String eventId, String type, @Nullable String userId, String propertiesJson, String contextJson)
        implements EventView {
    private static final String BEFORE = "{\"é\":";

    public static TestEvent of(String type, String properties) {
        return new TestEvent("e-1", type, "u-1", properties, "{}");
    }

    @Override
    public String tenantId() {
        return "acme";
    }

    @Override
    public @Nullable String actor() {
        return userId;
    }

    @Override
    public @Nullable String anonymousId() {
        return null;
    }

    @Override
    public @Nullable String sessionId() {
        return null;
    }

    @Override
    public long timestampMillis() {
        return 0;
    }

    @Override
    public byte[] properties() {
        return bytes(propertiesJson);
    }

    @Override
    public int propertiesOffset() {
        return BEFORE.getBytes(UTF_8).length;
    }

    @Override
    public int propertiesLength() {
        return propertiesJson.getBytes(UTF_8).length;
    }

    @Override
    public byte[] context() {
        return bytes(contextJson);
    }

    @Override
    public int contextOffset() {
        return propertiesOffset();
    }

    @Override
    public int contextLength() {
        return contextJson.getBytes(UTF_8).length;
    }

    private static byte[] bytes(String json) {
        return (BEFORE + json + ",\"z\":[{}]}").getBytes(UTF_8);
    }
}
