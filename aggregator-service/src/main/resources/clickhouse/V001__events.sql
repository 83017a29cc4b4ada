-- One row per validated event. A row that is inserted again replaces itself, so read it with FINAL.
CREATE TABLE IF NOT EXISTS events
(
    tenant_id    LowCardinality(String),
    event_id     String,
    type         LowCardinality(String),
    actor        String,
    user_id      String,
    anonymous_id String,
    session_id   String,
    timestamp    DateTime64(3, 'UTC') CODEC (Delta, ZSTD),
    received_at  DateTime64(3, 'UTC') CODEC (Delta, ZSTD),
    properties   String CODEC (ZSTD),
    context      String CODEC (ZSTD),
    content      String CODEC (ZSTD),
    extra        String CODEC (ZSTD)
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(timestamp)
ORDER BY (tenant_id, toStartOfHour(timestamp), type, actor, event_id)
TTL toDateTime(timestamp) + INTERVAL 90 DAY
SETTINGS non_replicated_deduplication_window = 1000
