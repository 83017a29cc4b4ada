-- Active in the period and in the one before it. Who was active before it is not new.
SELECT tenant, granularity, '*' AS dimension, start, count() AS count
FROM activity
WHERE granularity IN ('day', 'week', 'month')
    AND (tenant, actor, granularity, start) IN (
        SELECT tenant, actor, granularity, next_window(granularity, start) FROM activity)
GROUP BY tenant, granularity, start
