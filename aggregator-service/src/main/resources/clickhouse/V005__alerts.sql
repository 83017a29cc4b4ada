-- One row per alert as it stands; a later revision replaces an earlier one, so read it with FINAL.
CREATE TABLE IF NOT EXISTS alerts
(
    tenant_id   LowCardinality(String),
    alert_id    String CODEC (ZSTD),
    rule_id     String CODEC (ZSTD),
    state       LowCardinality(String),
    severity    LowCardinality(String),
    metric      LowCardinality(String),
    dimension   String CODEC (ZSTD),
    value       Nullable(Decimal(38, 9)) CODEC (ZSTD),
    started_at  DateTime64(3, 'UTC') CODEC (Delta, ZSTD),
    changed_at  DateTime64(3, 'UTC') CODEC (Delta, ZSTD),
    -- JSON text, all of the record
    detail      String CODEC (ZSTD),
    revision    UInt64 CODEC (T64, ZSTD),
    expires_on  Date DEFAULT toDate(started_at) + 366 CODEC (ZSTD)
)
ENGINE = ReplacingMergeTree(revision)
PARTITION BY toYYYYMM(started_at)
ORDER BY (tenant_id, started_at, alert_id)
TTL expires_on
SETTINGS non_replicated_deduplication_window = 1000
