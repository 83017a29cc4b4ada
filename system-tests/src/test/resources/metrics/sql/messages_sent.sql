SELECT tenant, granularity, '*' AS dimension, start, count() AS count
FROM event_windows
WHERE granularity != 'week' AND type = 'MESSAGE_SENT'
GROUP BY tenant, granularity, start
