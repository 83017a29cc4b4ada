-- One row per entry: who did what to what, and when. A row that is inserted again replaces itself.
CREATE TABLE IF NOT EXISTS audit_log
(
    tenant_id   LowCardinality(String),
    entry_id    String CODEC (ZSTD),
    at          DateTime64(3, 'UTC') CODEC (Delta, ZSTD),
    actor       String CODEC (ZSTD),
    action      LowCardinality(String),
    subject     String CODEC (ZSTD),
    -- JSON text, all of the record
    detail      String CODEC (ZSTD),
    expires_on  Date DEFAULT toDate(at) + 2556 CODEC (ZSTD)
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(at)
ORDER BY (tenant_id, at, entry_id)
TTL expires_on
SETTINGS non_replicated_deduplication_window = 1000
