-- Of those first seen in a day or week: how many were active so many days or weeks later. The dimension is how many.
SELECT
    tenant, granularity,
    toString(if(granularity = 'day', dateDiff('day', cohort.2, activity.start), dateDiff('week', cohort.2, activity.start))) AS dimension,
    cohort.2 AS start,
    count() AS count
FROM activity
INNER JOIN actors USING (tenant, actor)
ARRAY JOIN windows_of(first_seen) AS cohort
WHERE granularity IN ('day', 'week') AND granularity = cohort.1
GROUP BY tenant, granularity, dimension, cohort.2
