-- One row per validated event. A row that is inserted again replaces itself, so read it with FINAL.
-- The key, the codecs and the skip indexes were chosen by measuring: docs/decisions/0013.
CREATE TABLE IF NOT EXISTS events
(
    tenant_id        LowCardinality(String),
    event_id         String CODEC (ZSTD),
    type             LowCardinality(String),
    actor            String CODEC (ZSTD),
    user_id          String CODEC (ZSTD),
    anonymous_id     String CODEC (ZSTD),
    session_id       String CODEC (ZSTD),
    timestamp        DateTime64(3, 'UTC') CODEC (Delta, ZSTD),
    received_at      DateTime64(3, 'UTC') CODEC (Delta, ZSTD),
    -- JSON text, exactly as the producer wrote it
    properties       String CODEC (ZSTD),
    context          String CODEC (ZSTD),
    content          String CODEC (ZSTD),
    extra            String CODEC (ZSTD),
    -- where its record lies on analytics-events-validated
    kafka_partition  Int32 CODEC (ZSTD),
    kafka_offset     Int64 CODEC (Delta, ZSTD),
    -- the first day on which it is not kept any more
    expires_on       Date DEFAULT toDate(timestamp) + 91 CODEC (ZSTD),
    -- the same properties by path, for questions: empty where they are no JSON that has one value a path
    properties_typed JSON(max_dynamic_paths = 256)
        MATERIALIZED accurateCastOrDefault(properties, 'JSON(max_dynamic_paths = 256)') CODEC (ZSTD),
    INDEX by_event_id event_id TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX by_actor actor TYPE bloom_filter(0.01) GRANULARITY 1
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(timestamp)
ORDER BY (tenant_id, timestamp, actor, event_id)
TTL expires_on
SETTINGS non_replicated_deduplication_window = 1000
