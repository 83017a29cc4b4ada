-- By currency, and never a total of several.
SELECT tenant, granularity, currency AS dimension, start, count() AS count, sum(amount) AS sum
FROM event_windows
WHERE granularity != 'week' AND type = 'PAYMENT_COMPLETED' AND amount IS NOT NULL
GROUP BY tenant, granularity, currency, start
