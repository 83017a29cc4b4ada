-- Whoever completed a payment, whatever its amount.
SELECT tenant, granularity, '*' AS dimension, start, uniqExact(actor) AS count
FROM event_windows
WHERE granularity != 'minute' AND type = 'PAYMENT_COMPLETED' AND actor != ''
GROUP BY tenant, granularity, start
