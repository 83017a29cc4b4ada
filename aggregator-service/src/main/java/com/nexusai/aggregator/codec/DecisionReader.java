package com.nexusai.aggregator.codec;

import com.nexusai.aggregator.domain.filter.EventView;
import com.nexusai.schema.moderation.Decision;
import com.nexusai.schema.topic.Topics;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads a moderation decision for the fold. They are few, so it is read as a whole. */
public final class DecisionReader implements Deserializer<EventView> {
    private final Deserializer<Decision> decisions =
            Topics.MODERATION_DECISIONS.valueSerde().deserializer();

    @Override
    public @Nullable EventView deserialize(String topic, byte @Nullable [] json) {
        Decision decision = decisions.deserialize(topic, json);
        if (decision == null || json == null) {
            return null;
        }
        var glance = new DecisionGlance(json);
        glance.tenantId = decision.tenantId();
        glance.eventId = decision.decisionId();
        glance.timestampMillis = decision.decidedAt().toEpochMilli();
        return glance;
    }
}
