package com.nexusai.aggregator.codec;

/** A moderation decision as if it were an event, whose properties are the fields of the decision. */
public final class DecisionGlance extends EventGlance {
    DecisionGlance(byte[] json) {
        super(json);
        propertiesLength = json.length;
    }
}
