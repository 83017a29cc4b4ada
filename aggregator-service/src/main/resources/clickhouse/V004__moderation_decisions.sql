-- One row per decision. A row that is inserted again replaces itself, so read it with FINAL.
CREATE TABLE IF NOT EXISTS moderation_decisions
(
    tenant_id   LowCardinality(String),
    content_id  String CODEC (ZSTD),
    decision_id String CODEC (ZSTD),
    case_id     String CODEC (ZSTD),
    kind        LowCardinality(String),
    author_id   String CODEC (ZSTD),
    event_id    String CODEC (ZSTD),
    decision    LowCardinality(String),
    confidence  Float64,
    categories  String CODEC (ZSTD),
    reasons     String CODEC (ZSTD),
    policy      LowCardinality(String),
    automated   Bool,
    decided_at  DateTime64(3, 'UTC') CODEC (Delta, ZSTD),
    expires_on  Date DEFAULT toDate(decided_at) + 366 CODEC (ZSTD)
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(decided_at)
ORDER BY (tenant_id, content_id, decision_id)
TTL expires_on
SETTINGS non_replicated_deduplication_window = 1000
