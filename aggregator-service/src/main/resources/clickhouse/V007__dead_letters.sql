-- Records that could not be made into rows of the target, with the bytes as they were and why. Read it with FINAL.
CREATE TABLE IF NOT EXISTS dead_letters
(
    -- the Kafka cluster, since another one may have the same topic
    cluster     LowCardinality(String),
    topic       LowCardinality(String),
    partition   Int32,
    offset      Int64,
    target      LowCardinality(String),
    key         String CODEC (ZSTD),
    value       String CODEC (ZSTD),
    reason      String CODEC (ZSTD),
    arrived_at  DateTime64(3, 'UTC') CODEC (Delta, ZSTD),
    expires_on  Date DEFAULT toDate(arrived_at) + 91 CODEC (ZSTD)
)
ENGINE = ReplacingMergeTree
ORDER BY (cluster, topic, partition, offset, target)
TTL expires_on
