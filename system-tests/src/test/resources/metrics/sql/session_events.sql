-- How many events the sessions have that start in the window.
SELECT tenant, granularity, '*' AS dimension, start, sum(events) AS count
FROM session_windows
GROUP BY tenant, granularity, start
