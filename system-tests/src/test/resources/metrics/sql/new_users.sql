-- Whose first event ever lies in the period.
SELECT tenant, w.1 AS granularity, '*' AS dimension, w.2 AS start, count() AS count
FROM actors
ARRAY JOIN windows_of(first_seen) AS w
WHERE granularity IN ('day', 'week', 'month')
GROUP BY tenant, granularity, start
