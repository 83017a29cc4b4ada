SELECT tenant, granularity, '*' AS dimension, start, count() AS count
FROM event_windows
WHERE granularity != 'week' AND type = 'PAYMENT_COMPLETED'
GROUP BY tenant, granularity, start
