-- Every event once for each window that it lies in.
CREATE TABLE event_windows ENGINE = MergeTree ORDER BY (tenant, granularity, start, type) AS
SELECT facts.*, w.1 AS granularity, w.2 AS start
FROM facts
ARRAY JOIN windows_of(at) AS w
