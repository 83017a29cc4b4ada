SELECT tenant, granularity, '*' AS dimension, start, count() AS count
FROM session_windows
GROUP BY tenant, granularity, start
