package com.nexusai.kit.config;

/**
 * @param create whether missing topics are created on start
 * @param partitions of created topics
 * @param replication factor of created topics, and of internal ones
 */
public record TopicSettings(boolean create, int partitions, int replication) {
    static TopicSettings from(Env env) {
        return new TopicSettings(
                env.flag("TOPICS_CREATE", true),
                env.integer("TOPICS_PARTITIONS", 6, 1, 10_000),
                env.integer("TOPICS_REPLICATION", 1, 1, 9));
    }

    /** Replicas that must have a record before it counts as written: one may be away. */
    public int minInSyncReplicas() {
        return Math.max(1, replication - 1);
    }
}
