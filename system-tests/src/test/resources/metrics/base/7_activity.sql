-- The periods in which each actor did anything.
CREATE TABLE activity ENGINE = MergeTree ORDER BY (tenant, actor, granularity, start) AS
SELECT DISTINCT tenant, actor, granularity, start
FROM event_windows
WHERE actor != '' AND granularity != 'minute'
