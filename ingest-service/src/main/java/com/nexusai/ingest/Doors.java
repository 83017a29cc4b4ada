package com.nexusai.ingest;

import com.nexusai.schema.topic.Topics;
import java.util.Map;

/** The door and the topic of its mis-keyed events are read by the same tasks, so they must have the same partitions. */
final class Doors {
    private Doors() {}

    static int partitions(Map<String, Integer> topics) {
        int door = topics.getOrDefault(Topics.EVENTS.name(), 0);
        int rekeyed = topics.getOrDefault(Topics.EVENTS_REKEYED.name(), 0);
        if (door != rekeyed) {
            throw new IllegalStateException("%s has %d partitions and %s has %d; they must be equal"
                    .formatted(Topics.EVENTS.name(), door, Topics.EVENTS_REKEYED.name(), rekeyed));
        }
        return door;
    }
}
