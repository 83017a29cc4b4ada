-- Sessions of exactly one event.
SELECT tenant, granularity, '*' AS dimension, start, count() AS count
FROM session_windows
WHERE events = 1
GROUP BY tenant, granularity, start
