-- When each actor was seen for the first time ever, and for the last.
CREATE TABLE actors ENGINE = MergeTree ORDER BY (tenant, actor) AS
SELECT tenant, actor, min(at) AS first_seen, max(at) AS last_seen
FROM facts
WHERE actor != ''
GROUP BY tenant, actor
