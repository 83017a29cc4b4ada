SELECT tenant, granularity, dimension, start, count() AS count
FROM event_windows
ARRAY JOIN [kind, '*'] AS dimension
WHERE granularity != 'week' AND type = 'MEDIA_UPLOADED'
GROUP BY tenant, granularity, dimension, start
