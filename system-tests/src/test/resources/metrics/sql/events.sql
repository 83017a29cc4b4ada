-- Every event, by its type and in total.
SELECT tenant, granularity, dimension, start, count() AS count
FROM event_windows
ARRAY JOIN [type, '*'] AS dimension
WHERE granularity != 'week'
GROUP BY tenant, granularity, dimension, start
