SELECT tenant, granularity, dimension, start, count() AS count
FROM event_windows
ARRAY JOIN [feature, '*'] AS dimension
WHERE granularity != 'week' AND type = 'FEATURE_USED'
GROUP BY tenant, granularity, dimension, start
