package com.nexusai.kit.kafka;

import com.nexusai.schema.topic.Topic;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;

/** Topics that no service has. */
public final class TestTopics {
    private TestTopics() {}

    public static Topic<String, Integer> compacted(String name) {
        return new Topic<>(name, Serdes.String(), Serdes.Integer(), "", "", null, null);
    }

    public static Topic<String, Integer> kept(String name) {
        return new Topic<>(name, Serdes.String(), Serdes.Integer(), "", "", Duration.ofDays(1), null);
    }
}
