-- One row per decision. A row that is inserted again replaces itself, so read it with FINAL.
CREATE TABLE IF NOT EXISTS moderation_decisions
(
    tenant_id   LowCardinality(String),
    content_id  String,
    decision_id String,
    case_id     String,
    kind        LowCardinality(String),
    author_id   String,
    event_id    String,
    decision    LowCardinality(String),
    confidence  Float64,
    categories  String CODEC (ZSTD),
    reasons     String CODEC (ZSTD),
    policy      LowCardinality(String),
    automated   Bool,
    decided_at  DateTime64(3, 'UTC') CODEC (Delta, ZSTD)
)
ENGINE = ReplacingMergeTree
PARTITION BY toYYYYMM(decided_at)
ORDER BY (tenant_id, content_id, decision_id)
TTL toDateTime(decided_at) + INTERVAL 365 DAY
SETTINGS non_replicated_deduplication_window = 1000
