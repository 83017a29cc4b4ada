-- One row per session; a later revision replaces an earlier one, so read it with FINAL. A session that was merged into
-- another one is deleted. Not in partitions, since a late event may move a session's start into another month.
CREATE TABLE IF NOT EXISTS sessions
(
    tenant_id   LowCardinality(String),
    actor       String CODEC (ZSTD),
    session_id  String CODEC (ZSTD),
    started_at  DateTime64(3, 'UTC') CODEC (Delta, ZSTD),
    ended_at    DateTime64(3, 'UTC') CODEC (Delta, ZSTD),
    events      Int64 CODEC (T64, ZSTD),
    revision    UInt64 CODEC (T64, ZSTD),
    is_deleted  UInt8 CODEC (ZSTD),
    expires_on  Date DEFAULT toDate(ended_at) + 366 CODEC (ZSTD),
    INDEX by_start started_at TYPE minmax GRANULARITY 1
)
ENGINE = ReplacingMergeTree(revision, is_deleted)
ORDER BY (tenant_id, actor, session_id)
TTL expires_on
SETTINGS non_replicated_deduplication_window = 1000
