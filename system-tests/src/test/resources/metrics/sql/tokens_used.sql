-- The tokens of messages in both directions; a message without a numeric field tokens does not count.
SELECT tenant, granularity, '*' AS dimension, start, count() AS count, sum(tokens) AS sum
FROM event_windows
WHERE granularity != 'week' AND type IN ('MESSAGE_SENT', 'MESSAGE_RECEIVED') AND tokens IS NOT NULL
GROUP BY tenant, granularity, start
