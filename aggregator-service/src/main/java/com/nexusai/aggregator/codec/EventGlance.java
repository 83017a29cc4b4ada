package com.nexusai.aggregator.codec;

import com.nexusai.aggregator.domain.filter.EventView;
import org.jspecify.annotations.Nullable;

/**
 * A validated event as the fold sees it: its envelope, and where in its bytes the rest lies. Nothing is copied and
 * nothing is checked again, since ingest has done so.
 */
public sealed class EventGlance implements EventView permits DecisionGlance {
    private static final byte[] NOTHING = {'{', '}'};

    private final byte[] json;
    String eventId = "";
    String tenantId = "";
    String type = "";

    @Nullable
    String userId;

    @Nullable
    String anonymousId;

    @Nullable
    String sessionId;

    long timestampMillis;
    int propertiesOffset;
    int propertiesLength;
    int contextOffset;
    int contextLength;

    EventGlance(byte[] json) {
        this.json = json;
    }

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public @Nullable String actor() {
        return userId != null ? userId : anonymousId;
    }

    @Override
    public @Nullable String userId() {
        return userId;
    }

    @Override
    public @Nullable String anonymousId() {
        return anonymousId;
    }

    @Override
    public @Nullable String sessionId() {
        return sessionId;
    }

    @Override
    public String eventId() {
        return eventId;
    }

    @Override
    public long timestampMillis() {
        return timestampMillis;
    }

    @Override
    public byte[] properties() {
        return propertiesLength == 0 ? NOTHING : json;
    }

    @Override
    public int propertiesOffset() {
        return propertiesOffset;
    }

    @Override
    public int propertiesLength() {
        return propertiesLength == 0 ? NOTHING.length : propertiesLength;
    }

    @Override
    public byte[] context() {
        return contextLength == 0 ? NOTHING : json;
    }

    @Override
    public int contextOffset() {
        return contextOffset;
    }

    @Override
    public int contextLength() {
        return contextLength == 0 ? NOTHING.length : contextLength;
    }
}
