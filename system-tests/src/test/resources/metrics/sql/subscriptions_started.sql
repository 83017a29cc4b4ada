SELECT tenant, granularity, dimension, start, count() AS count
FROM event_windows
ARRAY JOIN [plan, '*'] AS dimension
WHERE granularity != 'week' AND type = 'SUBSCRIPTION_CREATED'
GROUP BY tenant, granularity, dimension, start
