-- One row per cell; a later revision replaces an earlier one, so read it with FINAL.
CREATE TABLE IF NOT EXISTS aggregates
(
    tenant_id   LowCardinality(String),
    metric      LowCardinality(String),
    granularity LowCardinality(String),
    dimension   String CODEC (ZSTD),
    start       DateTime('UTC') CODEC (Delta, ZSTD),
    count       Int64 CODEC (T64, ZSTD),
    -- which of these there are depends on what the metric measures
    sum         Nullable(Decimal(38, 9)) CODEC (ZSTD),
    min         Nullable(Decimal(38, 9)) CODEC (ZSTD),
    max         Nullable(Decimal(38, 9)) CODEC (ZSTD),
    distinct    String CODEC (ZSTD),
    histogram   Map(Int32, Int64) CODEC (ZSTD),
    top         Array(Tuple(name String, count Int64)) CODEC (ZSTD),
    revision    UInt64 CODEC (T64, ZSTD),
    updated_at  DateTime64(3, 'UTC') CODEC (Delta, ZSTD),
    expires_on  Date DEFAULT toDate(start) + 366 CODEC (ZSTD)
)
ENGINE = ReplacingMergeTree(revision)
PARTITION BY toYYYYMM(start)
ORDER BY (tenant_id, metric, granularity, dimension, start)
TTL expires_on
SETTINGS non_replicated_deduplication_window = 1000
