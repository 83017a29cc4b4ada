-- Events of an actor with the same session id are one session. Those without one are split where more than 30 minutes
-- lie between two of them. Events at the same instant are peers in the running sum, so they stay together.
CREATE TABLE sessions ENGINE = MergeTree ORDER BY (tenant, actor, first_at) AS
WITH
    steps AS (
        SELECT
            tenant, actor, at,
            dateDiff('millisecond', lagInFrame(at, 1, at) OVER earlier, at) > 30 * 60 * 1000 AS opens
        FROM facts
        WHERE actor != '' AND session_id = ''
        WINDOW earlier AS (PARTITION BY tenant, actor ORDER BY at ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)),
    numbered AS (
        SELECT tenant, actor, at, sum(opens) OVER (PARTITION BY tenant, actor ORDER BY at) AS number
        FROM steps),
    both AS (
        SELECT tenant, actor, concat('id ', session_id) AS session, at FROM facts WHERE actor != '' AND session_id != ''
        UNION ALL
        SELECT tenant, actor, concat('number ', toString(number)), at FROM numbered)
SELECT
    tenant, actor, session,
    min(at) AS first_at,
    max(at) AS last_at,
    dateDiff('millisecond', min(at), max(at)) AS millis,
    count() AS events
FROM both
GROUP BY tenant, actor, session
