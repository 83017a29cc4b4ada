-- Records that could not be made into rows, with the bytes as they were and why.
CREATE TABLE IF NOT EXISTS dead_letters
(
    topic       LowCardinality(String),
    partition   Int32,
    offset      Int64,
    key         String,
    value       String CODEC (ZSTD),
    reason      String,
    arrived_at  DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree
ORDER BY (topic, partition, offset)
TTL toDateTime(arrived_at) + INTERVAL 90 DAY
