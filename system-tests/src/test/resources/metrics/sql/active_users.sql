SELECT tenant, granularity, '*' AS dimension, start, uniqExact(actor) AS count
FROM event_windows
WHERE granularity != 'minute' AND actor != ''
GROUP BY tenant, granularity, start
