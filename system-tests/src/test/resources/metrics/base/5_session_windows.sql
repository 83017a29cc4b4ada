-- Every session once for each window that it starts in, save weeks.
CREATE TABLE session_windows ENGINE = MergeTree ORDER BY (tenant, granularity, start) AS
SELECT sessions.*, w.1 AS granularity, w.2 AS start
FROM sessions
ARRAY JOIN windows_of(first_at) AS w
WHERE granularity != 'week'
