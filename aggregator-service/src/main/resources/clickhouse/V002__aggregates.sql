-- One row per cell; a later revision replaces an earlier one, so read it with FINAL.
CREATE TABLE IF NOT EXISTS aggregates
(
    tenant_id   LowCardinality(String),
    metric      LowCardinality(String),
    granularity LowCardinality(String),
    dimension   String,
    start       DateTime('UTC') CODEC (Delta, ZSTD),
    count       Int64 CODEC (T64, ZSTD),
    revision    UInt64,
    updated_at  DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(revision)
PARTITION BY toYYYYMM(start)
ORDER BY (tenant_id, metric, granularity, dimension, start)
TTL start + INTERVAL 365 DAY
SETTINGS non_replicated_deduplication_window = 1000
