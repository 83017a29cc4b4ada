-- Active in the period, not in the one before it, and seen for the first time before the period.
SELECT tenant, granularity, '*' AS dimension, start, count() AS count
FROM activity
INNER JOIN actors USING (tenant, actor)
WHERE granularity IN ('day', 'week', 'month')
    AND first_seen < start
    AND (tenant, actor, granularity, start) NOT IN (
        SELECT tenant, actor, granularity, next_window(granularity, start) FROM activity)
GROUP BY tenant, granularity, start
