package com.nexusai.query.topology;

import com.nexusai.schema.aggregate.Cell;
import com.nexusai.schema.aggregate.UserProfile;
import com.nexusai.schema.topic.Topic;
import com.nexusai.schema.topic.Topics;

/** A state store that is the copy of a compacted topic. */
public record TopicStore<V>(String name, Topic<String, V> topic) {
    public static final TopicStore<Cell> CELLS = new TopicStore<>("cells", Topics.AGGREGATES);
    public static final TopicStore<UserProfile> PROFILES = new TopicStore<>("profiles", Topics.USER_AGGREGATES);
}
