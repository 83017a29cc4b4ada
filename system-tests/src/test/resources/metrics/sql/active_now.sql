-- Each actor once, in the minute of the latest event. The sum of the last five minutes is who is active now.
SELECT tenant, 'minute' AS granularity, '*' AS dimension, toStartOfMinute(last_seen) AS start, count() AS count
FROM actors
GROUP BY tenant, start
