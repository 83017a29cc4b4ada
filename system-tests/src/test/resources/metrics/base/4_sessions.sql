-- Events of an actor with the same session id are one session. Those without one are split where more than 30 minutes
-- lie between two of them. Events at the same instant are peers in the running sum, so they stay together.
-- A session without an id is called ~ and the milliseconds of its start.
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
        SELECT tenant, actor, session_id, 0 AS number, at FROM facts WHERE actor != '' AND session_id != ''
        UNION ALL
        SELECT tenant, actor, '', number, at FROM numbered)
SELECT
    tenant, actor,
    if(session_id != '', session_id, concat('~', toString(toUnixTimestamp64Milli(min(at))))) AS session,
    min(at) AS first_at,
    max(at) AS last_at,
    dateDiff('millisecond', min(at), max(at)) AS millis,
    count() AS events
FROM both
GROUP BY tenant, actor, session_id, number
